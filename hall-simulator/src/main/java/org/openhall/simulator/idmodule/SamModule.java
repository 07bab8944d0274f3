package org.openhall.simulator.idmodule;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.simulator.card.Card;

/**
 * The rules of the module: what it answers to a request, given the card that lies on it. A card is
 * found, then selected, then read, in this order only; one that was read is not found again before
 * it was lifted.
 */
final class SamModule {

  private static final byte[] NOTHING = {};

  /** 05.03-20160613-000012345-0123456789 in the module's own coding. */
  private static final byte[] SAM_ID =
      ByteBuffer.allocate(16)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putShort((short) 5)
          .putShort((short) 3)
          .putInt(20160613)
          .putInt(12345)
          .putInt(123456789)
          .array();

  private enum Stage {
    IDLE,
    FOUND,
    SELECTED,
    READ
  }

  private @Nullable Card card;
  private Stage stage = Stage.IDLE;
  private boolean tearAtNextRead;

  /** Lays a card down; the one that lay there is lifted. */
  void lay(Card next) {
    card = next;
    stage = Stage.IDLE;
  }

  void lift() {
    card = null;
    stage = Stage.IDLE;
  }

  /** Has the card lifted in the middle of the next read. */
  void tearAtNextRead() {
    tearAtNextRead = true;
  }

  Optional<Card> card() {
    return Optional.ofNullable(card);
  }

  boolean wasRead() {
    return stage == Stage.READ;
  }

  /** The answer to a request, a whole frame. */
  byte[] answer(Request request) {
    return switch (request) {
      case Request.WrongLength() -> SamStatus.BAD_LENGTH.frame();
      case Request.Framed(byte[] body, boolean intact) ->
          intact ? answer(body) : SamStatus.BAD_CHECKSUM.frame();
    };
  }

  private byte[] answer(byte[] body) {
    Optional<SamCommand> command = SamCommand.of(body);
    if (command.isEmpty()) {
      return SamStatus.UNKNOWN_COMMAND.frame();
    }
    return command.get().fits(body) ? perform(command.get()) : SamStatus.BAD_LENGTH.frame();
  }

  private byte[] perform(SamCommand command) {
    return switch (command) {
      case RESET -> reset();
      case SAM_ID -> SamStatus.OK.frame(SAM_ID);
      case FIND -> find();
      case SELECT -> select();
      case READ, READ_WITH_FINGERPRINT, READ_NEWEST_ADDRESS -> read(command);
      case STATUS,
          SET_RADIO_FRAME,
          SET_BAUD_115200,
          SET_BAUD_57600,
          SET_BAUD_38400,
          SET_BAUD_19200,
          SET_BAUD_9600 ->
          SamStatus.OK.frame();
    };
  }

  private byte[] reset() {
    stage = Stage.IDLE;
    return SamStatus.OK.frame();
  }

  private byte[] find() {
    if (card == null || stage == Stage.READ) {
      return SamStatus.FIND_FAILED.frame();
    }
    stage = Stage.FOUND;
    return SamStatus.CARD_FOUND.frame(new byte[4]);
  }

  private byte[] select() {
    if (stage != Stage.FOUND) {
      return SamStatus.SELECT_FAILED.frame();
    }
    stage = Stage.SELECTED;
    return SamStatus.OK.frame(new byte[8]);
  }

  /** A second read of a selected card is allowed: the host may not have understood the first. */
  private byte[] read(SamCommand command) {
    if (tearAtNextRead) {
      tearAtNextRead = false;
      lift();
    }
    if (card == null || (stage != Stage.SELECTED && stage != Stage.READ)) {
      return SamStatus.READ_FAILED.frame();
    }
    stage = Stage.READ;
    return switch (command) {
      case READ_NEWEST_ADDRESS ->
          card.newAddress().map(SamStatus.OK::frame).orElseGet(SamStatus.NO_CONTENT::frame);
      case READ_WITH_FINGERPRINT -> content(card, card.fingerprint(), true);
      default -> content(card, NOTHING, false);
    };
  }

  private static byte[] content(Card card, byte[] fingerprint, boolean withFingerprint) {
    byte[] text = card.text();
    byte[] photo = card.photo();
    ByteBuffer lengths = ByteBuffer.allocate(withFingerprint ? 6 : 4);
    lengths.putShort((short) text.length).putShort((short) photo.length);
    if (withFingerprint) {
      lengths.putShort((short) fingerprint.length);
    }
    return SamStatus.OK.frame(lengths.array(), text, photo, fingerprint);
  }
}
