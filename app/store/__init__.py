"""What is on disk: tables, repositories, the ledger writer. Rows never leave this package."""
