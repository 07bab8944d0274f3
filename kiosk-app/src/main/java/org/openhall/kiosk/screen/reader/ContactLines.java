package org.openhall.kiosk.screen.reader;

import java.util.List;
import org.openhall.content.Agency;
import org.openhall.content.DisclosureGuide;

/** The bodies that a 政府信息公开指南 names, as blocks of facts. */
final class ContactLines {
  private ContactLines() {}

  /** The office in charge, with all that 条例 第十二条 asks for, stated or not. */
  static Piece.FactBlock contact(DisclosureGuide.Contact contact) {
    return new Piece.FactBlock(
        "reader.contact",
        List.of(
            new Piece.Line("contact.agency", contact.agency()),
            new Piece.Line("contact.address", contact.address()),
            new Piece.Line("contact.postcode", contact.postcode()),
            new Piece.Line("contact.hours", contact.hours()),
            new Piece.Line("contact.phone", contact.phone()),
            new Piece.Line("contact.fax", contact.fax()),
            new Piece.Line("contact.web", contact.web()),
            new Piece.Line("contact.email", contact.email())));
  }

  /** Who supervises it. */
  static Piece.FactBlock supervision(Agency agency) {
    return new Piece.FactBlock(
        "reader.supervision",
        List.of(
            new Piece.Line("contact.agency", agency.agency()),
            new Piece.Line("contact.address", agency.address()),
            new Piece.Line("contact.phone", agency.phone())));
  }
}
