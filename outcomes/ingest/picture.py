"""Inside the child process: one picture made into what may be published. The same pixels, smaller, and nothing else.

What comes out is a new JPEG in sRGB, turned the right way up; no metadata, profile, comment or thumbnail is carried over.
"""

import base64
import io
import json
import warnings

from PIL import ExifTags, Image, ImageCms
from PIL.JpegImagePlugin import JpegImageFile
from PIL.MpoImagePlugin import MpoImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from outcomes.errors import Unreadable
from outcomes.ingest import location, parcel, submission
from outcomes.ingest.fault import Fault

MOST_PIXELS = 100_000_000  # from here on refused
LONGEST = 1_600  # pixels of the longer side
_QUALITY = 85
_FORMATS = (JpegImageFile.format, PngImageFile.format, WebPImageFile.format)
_SIXTEEN_BITS = ("I", "I;16", "I;16L", "I;16B")
_TURN = Image.Transpose
_UPRIGHT = {  # what the camera noted about how it was held -> how the picture is turned
    2: _TURN.FLIP_LEFT_RIGHT,
    3: _TURN.ROTATE_180,
    4: _TURN.FLIP_TOP_BOTTOM,
    5: _TURN.TRANSPOSE,
    6: _TURN.ROTATE_270,
    7: _TURN.TRANSVERSE,
    8: _TURN.ROTATE_90,
}


def each(zipped: bytes, wanted: list[str], others: list[str]) -> bytes:
    """JSON: path -> what came of it. ``wanted`` are made ready, in ``others`` only a location is looked for.

    {rule, details} says why a picture is refused; {jpeg, width, height, frames} is one that may be published.
    """
    opened = parcel.open_zip(zipped, parcel.MOST_ENTRIES)
    files = submission.files_in(opened)
    told = {}
    for path in (*wanted, *others):
        try:
            data = b"".join(parcel.unpack(opened, files[path]))
            if location.told(data):
                raise Fault("picture-location")
            if path in wanted:
                told[path] = ready(data)
        except Unreadable:  # its check sum is wrong
            told[path] = {"rule": "picture-damaged", "details": {}}
        except Fault as fault:
            told[path] = {"rule": fault.rule, "details": fault.details}
        except MemoryError:
            told[path] = {"rule": "picture-unsafe", "details": {}}
    return json.dumps(told).encode()


def ready(data: bytes) -> dict:
    """The picture as it may be published. Raises Fault."""
    if len(data) > parcel.MOST_BYTES:
        raise Fault("picture-too-heavy", most=parcel.MOST_BYTES >> 20)
    if not data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) and not _is_webp(data):
        raise Fault("picture-unknown")
    if _is_webp(data):
        _refuse_size(*_webp_size(data))  # its reader sets the memory aside as it opens the file
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit is ours and comes earlier
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            _refuse_size(*image.size)
            if location.in_exif(image.getexif()):
                raise Fault("picture-location")
            plain, frames = _plain(image), _frames(image)
    except Image.DecompressionBombError as problem:
        raise Fault("picture-too-many-pixels", most=MOST_PIXELS // 1_000_000) from problem
    except (Fault, MemoryError):
        raise
    except Exception as problem:  # a damaged picture ends in an exception of any kind
        raise Fault("picture-damaged") from problem
    made = io.BytesIO()
    plain.save(made, "JPEG", quality=_QUALITY, progressive=True, optimize=True)
    jpeg = base64.b64encode(made.getvalue()).decode("ascii")
    return {"jpeg": jpeg, "width": plain.width, "height": plain.height, "frames": frames}


def _plain(image: Image.Image) -> Image.Image:
    """Small, upright, in sRGB on white: a new picture that knows nothing of the one it was made of."""
    turned, profile = _UPRIGHT.get(image.getexif().get(ExifTags.Base.Orientation)), image.info.get("icc_profile")
    image = _smooth(image)
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    if image.mode in ("RGBA", "LA"):
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image.convert("RGBA"), mask=image.getchannel("A"))
        image = ground
    image = _srgb(image, profile)
    plain = Image.new("RGB", image.size)
    plain.paste(image)
    return plain if turned is None else plain.transpose(turned)


def _smooth(image: Image.Image) -> Image.Image:
    """Eight bits a channel and no palette: only so can it be made smaller without steps."""
    if image.mode in _SIXTEEN_BITS:
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data and image.mode not in ("RGBA", "LA"):
        return image.convert("RGBA")
    return image.convert("RGB") if image.mode in ("1", "P", "PA") else image


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """By its own profile; one that cannot be used is passed over."""
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert("RGB")


def _frames(image: Image.Image) -> int:
    """A JPEG with a second one behind it, as many telephones write it, is no film: the first is the photo."""
    return 1 if isinstance(image, MpoImageFile) else getattr(image, "n_frames", 1)


def _refuse_size(width: int, height: int) -> None:
    if width * height >= MOST_PIXELS:
        raise Fault("picture-too-many-pixels", most=MOST_PIXELS // 1_000_000)


def _is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _webp_size(data: bytes) -> tuple[int, int]:
    """Width and height as the header tells them, in each of the three forms that a WebP has."""
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
