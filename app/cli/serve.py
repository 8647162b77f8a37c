"""fauxpas serve: the REST API."""

import click

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@click.command()
@click.option("--host", help="Address to listen on; 127.0.0.1 unless told otherwise.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 8000 unless told otherwise.")
def serve(host: str | None, port: int | None) -> None:
    """Serve the REST API until Ctrl-C."""
    from app.main import create_app  # noqa: PLC0415
    from app.serving import run, serving_lock  # noqa: PLC0415
    from app.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    address = host or settings.host
    if address not in _LOOPBACK:
        click.echo(
            f"fauxpas: listening on {address}: there are no API keys yet, so whoever reaches it may use it. "
            "Keep it behind something that checks who asks.",
            err=True,
        )
    with serving_lock(settings):
        run(create_app(settings), address, settings.port if port is None else port)
