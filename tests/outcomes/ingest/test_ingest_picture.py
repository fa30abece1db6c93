"""One picture: what is refused, what it looks like when it was taken, and that nothing but pixels came along."""

import base64
import io
import re
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from outcomes.ingest import location, picture
from outcomes.ingest.fault import Fault
from tests.outcomes.ingest.photographs import (
    HERE,
    MARKER,
    XMP_GPS,
    XMP_MARKED,
    exif,
    file,
    marked_everywhere,
    metadata_of,
    painted,
)


def ready(data: bytes) -> Image.Image:
    told = picture.ready(data)
    image = Image.open(io.BytesIO(base64.b64decode(told["jpeg"])))
    assert image.size == (told["width"], told["height"])
    return image


def refused(data: bytes) -> str:
    with pytest.raises(Fault) as raised:
        picture.ready(data)
    return raised.value.rule


def near(seen, wanted, within=12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(seen, wanted, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_kind_becomes_a_progressive_jpeg_of_the_same_picture(kind):
    image = ready(file(painted(), kind, **({"lossless": True} if kind == "WEBP" else {})))
    assert image.info["progressive"] and image.mode == "RGB" and image.size == (64, 48)
    assert near(image.getpixel((24, 40)), (230, 120, 20)) and near(image.getpixel((56, 24)), (20, 60, 200))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_any_metadata_is_carried_over(kind):
    original = marked_everywhere(kind)
    assert original.count(MARKER.encode()) >= 3
    jpeg = base64.b64decode(picture.ready(original)["jpeg"])
    assert metadata_of(jpeg) == {}
    assert MARKER.encode() not in jpeg
    assert not re.search(rb"Exif|http|ICC_PROFILE|Photoshop|\xff\xfe", jpeg[:200])


@pytest.mark.parametrize(
    ("size", "smaller"), [((4000, 3000), (1600, 1200)), ((1000, 3200), (500, 1600)), ((1600, 20), (1600, 20))]
)
def test_the_longer_side_is_at_most_1600_pixels(size, smaller):
    assert ready(file(painted(size))).size == smaller


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_comes_out_upright_however_the_camera_was_held(orientation, kind):
    turned = {
        2: 0,
        3: 3,
        4: 1,
        5: 5,
        6: 2,
        7: 6,
        8: 4,
    }  # the camera's number -> how Pillow would lay the upright one down
    lying = painted() if orientation == 1 else painted().transpose(Image.Transpose(turned[orientation]))
    image = ready(file(lying, kind, exif=exif(orientation=orientation)))
    assert image.size == (64, 48)
    assert near(image.getpixel((4, 4)), (255, 255, 255)) and near(image.getpixel((56, 40)), (20, 60, 200), 20)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "CMYK", "I;16"])
def test_every_way_of_keeping_colours_is_understood(mode):
    grey = np.asarray(painted((640, 480), "L"))
    made = Image.fromarray(grey.astype(np.uint16) * 257) if mode == "I;16" else painted((640, 480), mode)
    seen = np.asarray(ready(file(made, "JPEG" if mode == "CMYK" else "PNG"))).astype(float)
    wanted = np.asarray(painted((640, 480)) if mode in ("P", "RGBA", "CMYK") else Image.fromarray(grey).convert("RGB"))
    for rows, columns in (
        (slice(4, 100), slice(4, 140)),
        (slice(200, 400), slice(20, 300)),
        (slice(200, 400), slice(340, 620)),
    ):
        mean = seen[rows, columns].mean(axis=(0, 1))
        assert near(mean, wanted[rows, columns].mean(axis=(0, 1)), 20)


def test_what_is_seen_through_is_white():
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    assert near(ready(file(clear, "PNG")).getpixel((20, 20)), (255, 255, 255))
    assert near(ready(file(clear.convert("RGB"), "PNG", transparency=(0, 0, 0))).getpixel((20, 20)), (255, 255, 255))


def test_colours_of_another_profile_are_turned_into_those_of_a_screen():
    """In a profile whose red and blue are exchanged, the same numbers mean another colour."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert near(ready(file(icc_profile=profile)).getpixel((24, 40)), (230, 120, 20))
    exchanged = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    assert near(ready(file(icc_profile=exchanged)).getpixel((24, 40)), (20, 120, 230))
    assert near(ready(file(icc_profile=b"no profile at all")).getpixel((24, 40)), (230, 120, 20))


def test_the_first_frame_is_taken_and_the_number_of_frames_told():
    other = Image.new("RGB", (64, 48), "black")
    for kind in ("PNG", "WEBP"):
        moving = file(painted(), kind, save_all=True, append_images=[other], duration=100)
        told = picture.ready(moving)
        assert told["frames"] == 2
        assert near(ready(moving).getpixel((24, 40)), (230, 120, 20), 20)
    two = file(painted(), "MPO", save_all=True, append_images=[other])  # a telephone's second picture is no film
    assert picture.ready(two)["frames"] == 1


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "picture-unknown"),
        (b"not a picture at all", "picture-unknown"),
        (file(kind="GIF"), "picture-unknown"),
        (file(kind="BMP"), "picture-unknown"),
        (file(kind="TIFF"), "picture-unknown"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "picture-unknown"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-unknown"),
        (b"PK\x03\x04 a zip", "picture-unknown"),
        (b"\xff\xd8\xff\xe0 and then nothing", "picture-damaged"),
        (b"RIFF\x10\0\0\0WEBPVP8X", "picture-damaged"),
        (file(painted((800, 600)))[:-400], "picture-damaged"),
        (file(painted((800, 600)), "PNG")[:-400], "picture-damaged"),
        (file(painted((800, 600)), "WEBP")[:-400], "picture-damaged"),
        (file() + b"\0" * (20 << 20), "picture-too-heavy"),
    ],
)
def test_what_is_no_whole_picture_is_called_by_its_fault(data, rule):
    assert refused(data) == rule


def claims(width: int, height: int) -> dict[str, bytes]:
    """Small files that claim to be large pictures."""
    png = bytearray(file(painted(), "PNG"))
    png[16:24] = width.to_bytes(4) + height.to_bytes(4)
    png[29:33] = zlib.crc32(png[12:29]).to_bytes(4)
    jpeg = bytearray(file(painted()))
    frame = jpeg.index(b"\xff\xc0") + 5
    jpeg[frame : frame + 4] = height.to_bytes(2) + width.to_bytes(2)
    webp = bytearray(file(painted(), "WEBP", exif=exif(artist="x")))
    webp[24:30] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    lossless = bytearray(file(painted(), "WEBP", lossless=True))
    lossless[21:25] = (width - 1 | (height - 1) << 14 | int.from_bytes(lossless[21:25], "little") >> 28 << 28).to_bytes(
        4, "little"
    )
    lossy = bytearray(file(painted(), "WEBP"))
    lossy[26:30] = width.to_bytes(2, "little") + height.to_bytes(2, "little")
    return {
        name: bytes(data) for name, data in locals().items() if name in ("png", "jpeg", "webp", "lossless", "lossy")
    }


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "lossless", "lossy"])
@pytest.mark.parametrize("size", [(10_000, 10_000), (16_000, 16_000)])
def test_a_hundred_megapixels_are_refused_by_what_the_header_says(kind, size):
    assert refused(claims(*size)[kind]) == "picture-too-many-pixels"


def test_just_under_a_hundred_megapixels_are_taken():
    assert ready(file(Image.new("L", (9_999, 10_000)), "PNG")).size == (1600, 1600)


def webp_xmp(packet: str) -> bytes:
    return file(painted(), "WEBP", xmp=packet.encode())


def png_with(name: str, packet: str, **more) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt(name, packet, **more)
    return file(painted(), "PNG", pnginfo=info)


def png_in_hex() -> bytes:
    """EXIF as ImageMagick writes it into a PNG."""
    block = exif(gps=HERE).tobytes()
    info = PngImagePlugin.PngInfo()
    info.add_text("Raw profile type exif", f"\nexif\n{len(block):8d}\n{block.hex()}\n", zip=True)
    return file(painted(), "PNG", pnginfo=info)


PLACED = {
    "exif in a jpeg": file(exif=exif(gps=HERE)),
    "exif in a png": file(painted(), "PNG", exif=exif(gps=HERE)),
    "exif in a webp": file(painted(), "WEBP", exif=exif(gps=HERE)),
    "exif in hex in a png": png_in_hex(),
    "only a direction": file(exif=exif(gps={0: b"\2\3\0\0", 17: 215.0})),
    "xmp in a jpeg": file(xmp=XMP_GPS.encode()),
    "xmp in a png": png_with("XML:com.adobe.xmp", XMP_GPS),
    "packed xmp in a png": png_with("XML:com.adobe.xmp", XMP_GPS, zip=True),
    "xmp in a webp": webp_xmp(XMP_GPS),
    "xmp of a drone": file(xmp=XMP_GPS.replace("exif:GPSLatitude", "drone-dji:GpsLatitude").encode()),
    "xmp in utf-16": webp_xmp(XMP_GPS)[:-2] + XMP_GPS.encode("utf-16-le"),
    "the second picture of a telephone": file() + file(exif=exif(gps=HERE)),
    "the film behind a picture": file() + b"\0\0\0\x20\xa9xyz\0\x12\x15\xc7+30.8683+120.4217/",
    "a tiff": exif(gps=HERE).tobytes()[6:],
    "a heic": b"\0\0\0\x18ftypheic" + b"\0\0\0\x06Exif\0\0" + exif(gps=HERE).tobytes()[6:],
}


@pytest.mark.parametrize("where", PLACED)
def test_a_place_is_found_wherever_it_is_written(where):
    assert location.told(PLACED[where])


@pytest.mark.parametrize(
    "data",
    [
        file(),
        file(exif=exif(orientation=6, artist=MARKER)),
        file(exif=exif(gps={0: b"\2\3\0\0"})),  # a camera without a receiver writes only the version
        file(xmp=XMP_MARKED.encode()),
        png_with("Comment", "gps was off", zip=True),
        file(kind="PNG")[:40] + b"\xff\xff\xff\xffzTXt",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"",
        np.random.default_rng(1).bytes(1 << 20),
    ],
    ids=range(9),
)
def test_no_place_is_seen_where_none_is(data):
    assert not location.told(data)
