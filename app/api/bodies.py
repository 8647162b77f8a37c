"""Reading a request's body up to a limit, and no further."""

from fastapi import Request

from app.api.problems import ApiError

MOST_BODY_BYTES = 2 * 1024 * 1024


async def read_body(request: Request) -> bytes:
    """Return the body.

    Raises:
        ApiError: it is larger than MOST_BODY_BYTES (413); the rest is not read.
    """
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST_BODY_BYTES:
            detail = f"The body is larger than {MOST_BODY_BYTES // 2**20} MiB; send fewer listings at once."
            raise ApiError(413, "body-too-large", detail)
    return bytes(content)
