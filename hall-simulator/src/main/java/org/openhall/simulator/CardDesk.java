package org.openhall.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openhall.simulator.card.BadCardException;
import org.openhall.simulator.card.BoxedCard;
import org.openhall.simulator.card.Card;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.card.Chip;
import org.openhall.simulator.control.Answer;
import org.openhall.simulator.control.Place;
import org.openhall.simulator.idmodule.IdModule;
import org.openhall.simulator.smartcard.CardSlot;

/** A citizen's hand: takes cards out of the box, lays them where they belong, takes them away. */
final class CardDesk {

  /** How long a hand has nothing on the reader while it swaps cards. */
  private static final long SWAP_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final CardBox box;
  private final IdModule module;
  private final CardSlot slot;

  CardDesk(CardBox box, IdModule module, CardSlot slot) {
    this.box = box;
    this.module = module;
    this.slot = slot;
  }

  /** Everything in the box, and what in it is no card. */
  Answer list() {
    CardBox.Content content = box.content();
    List<String> lines = new ArrayList<>();
    List<Object> names = new ArrayList<>();
    for (BoxedCard card : content.cards()) {
      names.add(card.name());
      lines.add(
          "%-18s %-13s %s (%s)"
              .formatted(card.name(), card.kind(), card.value("name"), card.value("note")));
    }
    lines.addAll(content.wrong());
    return new Answer(true, lines, Map.of("cards", names, "wrong", content.wrong()));
  }

  /** Lays a card, in place of what lies there. */
  Answer lay(String nameOrFile) {
    return with(nameOrFile, this::lay);
  }

  /** Takes away what lies where the card belongs, and lays it after a while. */
  Answer swap(String nameOrFile) {
    return with(
        nameOrFile,
        card -> {
          take(card instanceof Card ? Place.MODULE : Place.SLOT);
          LockSupport.parkNanos(SWAP_NANOS);
          return lay(card);
        });
  }

  /** Something that is done with a card. */
  private interface Use {
    Answer of(BoxedCard card);
  }

  private Answer with(String nameOrFile, Use use) {
    try {
      return use.of(box.find(nameOrFile));
    } catch (BadCardException e) {
      return Answer.refused(String.valueOf(e.getMessage()));
    }
  }

  private Answer lay(BoxedCard card) {
    return switch (card) {
      case Card document -> {
        module.lay(document);
        yield Answer.done("The card " + card.name() + " lies on the module.");
      }
      case Chip chip -> {
        slot.insert(chip);
        yield inserted(chip);
      }
    };
  }

  /** Done as well where nobody sees the chip: the slot goes on calling. */
  private Answer inserted(Chip chip) {
    String sentence = "The card " + chip.name() + " is in the slot.";
    Optional<String> trouble = trouble();
    if (trouble.isEmpty()) {
      return Answer.done(sentence);
    }
    return new Answer(
        true,
        List.of(sentence, trouble.get()),
        Map.of("message", sentence, "trouble", trouble.get()));
  }

  /** Why no program sees the chip that is in the slot; empty where one may. */
  private Optional<String> trouble() {
    try {
      return slot.awaitCall()
          .map(why ->
              "No vpcd answers at %s:%d (%s), so no program sees the card. Start pcscd with the driver of vpcd; the slot goes on calling."
                  .formatted(slot.vpcd().getHostString(), slot.vpcd().getPort(), why));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  Answer take(Place from) {
    Map<String, Object> taken = new TreeMap<>();
    if (from != Place.SLOT) {
      module.card().ifPresent(card -> taken.put("id-module", card.name()));
      module.lift();
    }
    if (from != Place.MODULE) {
      slot.chip().ifPresent(chip -> taken.put("card-slot", chip.name()));
      slot.remove();
    }
    String sentence = taken.isEmpty() ? "No card was there." : "Taken away: " + taken.values();
    return new Answer(true, List.of(sentence), Map.of("message", sentence, "taken", taken));
  }

  /** Has what lies there pulled away in the middle of a reading. */
  Answer tear(long afterBytes) {
    if (module.card().isEmpty() && slot.chip().isEmpty()) {
      return Answer.refused("No card lies anywhere that could be torn. Lay one first.");
    }
    if (module.card().isPresent()) {
      module.tearAfter(afterBytes);
    }
    slot.tearAfter(afterBytes);
    return Answer.done("The card leaves after " + afterBytes + " more bytes have been read.");
  }
}
