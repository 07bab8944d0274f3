package org.openhall.simulator.idmodule;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.simulator.card.Card;
import org.openhall.simulator.card.Flaw;

/**
 * The rules of the module: what it answers to a request, given the card that lies on it. A card is
 * found, then selected, then read, in this order only; one that was read is not found again before
 * it was lifted.
 */
final class SamModule {

  private static final byte[] NOTHING = {};
  private static final long WHOLE = Long.MAX_VALUE;

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
  private Fault fault = Fault.OK;
  private Fault atNextRead = Fault.OK;
  private long bytesLeft = WHOLE;

  /** Lays a card down; the one that lay there is lifted. */
  void lay(Card next) {
    card = next;
    stage = Stage.IDLE;
    bytesLeft = next.flaw() == Flaw.TEAR ? 0 : WHOLE;
  }

  void lift() {
    card = null;
    stage = Stage.IDLE;
    bytesLeft = WHOLE;
  }

  /** Has the card that lies there lifted when so many more bytes have been read off it. */
  void tearAfter(long bytes) {
    bytesLeft = bytes;
  }

  /** Sets what is wrong from now on, or at the next read. */
  void set(Fault next) {
    if (next.waitsForRead()) {
      atNextRead = next;
    } else {
      fault = next;
    }
  }

  /** What is wrong now. */
  Fault fault() {
    return fault;
  }

  Optional<Card> card() {
    return Optional.ofNullable(card);
  }

  boolean wasRead() {
    return stage == Stage.READ;
  }

  /**
   * An answer.
   *
   * @param frame a whole frame
   * @param fault what happens to it on its way
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared or changed
  record Answer(byte[] frame, Fault fault) {}

  /** The answer to a request. */
  Answer answer(Request request) {
    return switch (request) {
      case Request.WrongLength() -> new Answer(SamStatus.BAD_LENGTH.frame(), fault);
      case Request.Framed(byte[] body, boolean intact) ->
          intact ? answer(body) : new Answer(SamStatus.BAD_CHECKSUM.frame(), fault);
    };
  }

  private Answer answer(byte[] body) {
    Optional<SamCommand> command = SamCommand.of(body);
    if (command.isEmpty()) {
      return new Answer(SamStatus.UNKNOWN_COMMAND.frame(), fault);
    }
    if (!command.get().fits(body)) {
      return new Answer(SamStatus.BAD_LENGTH.frame(), fault);
    }
    Optional<SamStatus> instead = fault.insteadOf(command.get());
    return instead.isPresent()
        ? new Answer(instead.get().frame(), fault)
        : performed(command.get());
  }

  /** Does a command, in the middle of which the card or the module may be lost. */
  private Answer performed(SamCommand command) {
    Fault now = fault;
    if (SamCommand.READS.contains(command) && atNextRead != Fault.OK) {
      now = atNextRead;
      atNextRead = Fault.OK;
    }
    if (now == Fault.TEAR) {
      lift();
    }
    byte[] frame = perform(command);
    if (now == Fault.OK && spoils(command)) {
      now = Fault.CHECKSUM;
    }
    if (now == Fault.TORN_ANSWER) {
      lift();
    } else if (now == Fault.RESTART) {
      stage = Stage.IDLE;
    }
    return new Answer(frame, now);
  }

  /** Whether what is read off the card that lies there arrives with a wrong checksum. */
  private boolean spoils(SamCommand command) {
    return SamCommand.READS.contains(command) && card != null && card.flaw() == Flaw.CHECKSUM;
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
    if (card == null || card.flaw() == Flaw.MUTE || stage == Stage.READ) {
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
    if (card == null
        || card.flaw() == Flaw.UNREADABLE
        || (stage != Stage.SELECTED && stage != Stage.READ)) {
      return SamStatus.READ_FAILED.frame();
    }
    stage = Stage.READ;
    return whole(read(card, command));
  }

  /** The module tells all of a card or nothing: it reads to the end before it answers. */
  private byte[] whole(byte[] answer) {
    if (answer.length > bytesLeft) {
      lift();
      return SamStatus.READ_FAILED.frame();
    }
    bytesLeft -= bytesLeft == WHOLE ? 0 : answer.length;
    return answer;
  }

  private static byte[] read(Card card, SamCommand command) {
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
