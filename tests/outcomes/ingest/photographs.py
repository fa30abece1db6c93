"""Real pictures for the tests, with as much in their metadata as a telephone and its owner can put there."""

import io
import zipfile

from PIL import ExifTags, Image, ImageCms, PngImagePlugin

MARKER = "Marker4711"
XMP_GPS = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="30,52.1N" exif:GPSLongitude="120,25.3E"/></x:xmpmeta>'
XMP_MARKED = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{MARKER}</dc:creator></x:xmpmeta>'


def painted(size=(64, 48), mode="RGB") -> Image.Image:
    """Left half orange, right half blue, a white dot in the upper left corner: every turn of it can be told."""
    image = Image.new("RGB", size, (230, 120, 20))
    image.paste((20, 60, 200), (size[0] // 2, 0, *size))
    image.paste((255, 255, 255), (0, 0, size[0] // 4, size[1] // 4))
    return image.convert(mode)


def exif(gps: dict | None = None, orientation: int | None = None, artist: str | None = None) -> Image.Exif:
    told = Image.Exif()
    told[ExifTags.Base.Software] = "camera"  # without anything in its first block, Pillow writes none
    if orientation:
        told[ExifTags.Base.Orientation] = orientation
    if artist:
        told[ExifTags.Base.Artist] = told[ExifTags.Base.ImageDescription] = artist
        told.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = b"ASCII\0\0\0" + artist.encode()
    if gps is not None:
        told.get_ifd(ExifTags.IFD.GPSInfo).update(gps)
    return told


HERE = {0: b"\2\3\0\0", 1: "N", 2: (30.0, 52.0, 6.0), 3: "E", 4: (120.0, 25.0, 18.0)}  # Nanxun


def file(image: Image.Image | None = None, kind="JPEG", **saved) -> bytes:
    made = io.BytesIO()
    (image or painted()).save(made, kind, **saved)
    return made.getvalue()


def marked_everywhere(kind="JPEG", size=(64, 48)) -> bytes:
    """A picture with MARKER in EXIF, XMP, colour profile, comment or text, and behind its end."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more = {"exif": exif(artist=MARKER), "icc_profile": profile.replace(b"sRGB built-in", MARKER.encode() + b"\0\0\0")}
    if kind == "PNG":
        more["pnginfo"] = PngImagePlugin.PngInfo()
        more["pnginfo"].add_text("Comment", MARKER)
        more["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP_MARKED)
    elif kind == "JPEG":
        more |= {"comment": MARKER, "xmp": XMP_MARKED.encode()}
    else:
        more["xmp"] = XMP_MARKED.encode()
    return file(painted(size), kind, **more) + MARKER.encode()


def zipped(files: dict[str, bytes], method=zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as into:
        for name, content in files.items():
            into.writestr(name, content)
    return made.getvalue()


def metadata_of(jpeg: bytes) -> dict:
    """What a reader of the published file could find besides its pixels; {} when there is nothing."""
    with Image.open(io.BytesIO(jpeg)) as image:
        assert image.format == "JPEG" and image.mode == "RGB"
        usual = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        found = {name: value for name, value in image.info.items() if name not in usual}
        return found | dict(image.getexif())
