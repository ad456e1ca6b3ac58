"""Turns a received fax into an e-mail."""

from email.message import EmailMessage


def as_mail(number: str, pages: list[bytes]) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = f"Fax from {number}, {len(pages)} pages"
    # TODO(fax-gateway): make one searchable PDF of all pages
    for i, page in enumerate(pages, start=1):
        mail.add_attachment(page, maintype="image", subtype="tiff", filename=f"page-{i}.tiff")
    return mail
