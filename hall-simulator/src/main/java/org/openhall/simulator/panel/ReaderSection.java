package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.openhall.simulator.card.BoxedCard;
import org.openhall.simulator.control.Place;
import org.openhall.simulator.idmodule.Fault;
import org.openhall.simulator.idmodule.IdModule;
import org.openhall.simulator.smartcard.CardSlot;
import org.openhall.simulator.smartcard.ChipFault;

/** One reader: the card that lies there, and what can be done with it. */
final class ReaderSection {

  private final Place place;
  private final Texts texts;
  private final CardView view;
  private final FlatButton take;
  private final FlatButton tear;
  private final Section section;

  private ReaderSection(
      Place place, String key, JPanel fault, Format format, Consumer<String> perform) {
    this.place = place;
    this.texts = format.texts();
    this.view = new CardView(texts, texts.get(key + ".empty"));
    String takeCommand = "take " + (place == Place.MODULE ? "module" : "slot");
    this.take = format.button("take", () -> perform.accept(takeCommand)).withHint(takeCommand);
    this.tear =
        format.button("tear", () -> perform.accept("tear after 40")).withHint("tear after 40");
    JPanel buttons = Format.rows(take, tear, fault);
    buttons.setPreferredSize(new Dimension(format.density().letters() * 15 / 2, 10));
    JPanel content = new JPanel(new BorderLayout(Look.GAP, 0));
    content.setOpaque(false);
    content.add(view, BorderLayout.CENTER);
    content.add(buttons, BorderLayout.EAST);
    this.section = format.section(key, content);
  }

  /** The module, and what shows it as it is now. */
  static Shown of(IdModule module, Format format, Consumer<String> perform) {
    FaultBox<Fault> faults = new FaultBox<>(Fault.class, "module", format, perform);
    ReaderSection reader = new ReaderSection(Place.MODULE, "id-module", faults, format, perform);
    return new Shown(
        reader,
        () -> {
          faults.show(module.fault());
          reader.show(module.card(), module.cardWasRead());
        });
  }

  /** The slot, and what shows it as it is now. */
  static Shown of(CardSlot slot, Format format, Consumer<String> perform) {
    FaultBox<ChipFault> faults = new FaultBox<>(ChipFault.class, "slot", format, perform);
    ReaderSection reader = new ReaderSection(Place.SLOT, "slot", faults, format, perform);
    return new Shown(
        reader,
        () -> {
          faults.show(slot.fault());
          reader.show(slot.chip(), slot.cardWasRead());
          if (slot.chip().isPresent() && !slot.connected()) {
            String vpcd = slot.vpcd().getHostString() + ":" + slot.vpcd().getPort();
            reader.section.say(reader.texts.get("slot.alone"), Look.ALARM);
            reader.section.explain(reader.texts.get("slot.alone.why", vpcd));
          }
        });
  }

  /** A reader on the panel, and what brings it up to date. */
  record Shown(ReaderSection reader, Runnable refresh) {
    Section section() {
      return reader.section;
    }
  }

  private void show(Optional<? extends BoxedCard> card, boolean read) {
    view.show(card.orElse(null));
    String nothing = card.isPresent() ? "" : texts.get("no-card");
    take.setHindrance(nothing);
    tear.setHindrance(nothing);
    Color color = card.isEmpty() ? Look.QUIET : read ? Look.GOOD : Look.ACCENT;
    section.say(texts.get(card.isEmpty() ? "reader.empty" : said(read)), color);
  }

  private String said(boolean read) {
    return read ? "reader.read" : place == Place.MODULE ? "reader.laid" : "reader.inserted";
  }
}
