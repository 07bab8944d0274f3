package org.openhall.simulator.idmodule;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What may be wrong with the module, its line or its card. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are not changed
public enum Fault {
  /** Nothing: the module answers as it should. */
  OK,
  /** Requests are read and never answered. */
  MUTE,
  /** Bytes that belong to no frame, half a preamble among them, come before each answer. */
  NOISE,
  /** Whole preambles with lengths that may or cannot be come before each answer. */
  FALSE_FRAMES,
  /** Answers come a few bytes at a time. */
  FRAGMENTS,
  /** Answers carry a wrong checksum. */
  CHECKSUM,
  /** Answers stop in the middle of the frame. */
  TRUNCATED,

  /** The next answer to a read carries a wrong checksum, once. */
  CHECKSUM_ONCE(Span.NEXT_READ),
  /** The card is lifted before the next read, once. */
  TEAR(Span.NEXT_READ),
  /** The card is lifted in the middle of the answer to the next read, once. */
  TORN_ANSWER(Span.NEXT_READ),
  /** The module restarts in the middle of the answer to the next read and forgets all, once. */
  RESTART(Span.NEXT_READ),

  /** 10: requests come with a wrong checksum. */
  REQUEST_CHECKSUM(SamStatus.BAD_CHECKSUM, EnumSet.allOf(SamCommand.class)),
  /** 11: requests come with a wrong length. */
  REQUEST_LENGTH(SamStatus.BAD_LENGTH, EnumSet.allOf(SamCommand.class)),
  /** 21: the module knows no command. */
  UNKNOWN_COMMAND(SamStatus.UNKNOWN_COMMAND, EnumSet.allOf(SamCommand.class)),
  /** 23: the module may do nothing. */
  NO_PERMISSION(SamStatus.NO_PERMISSION, EnumSet.allOf(SamCommand.class)),
  /** 24: something is wrong and the module does not know what. */
  UNKNOWN_ERROR(SamStatus.UNKNOWN_ERROR, EnumSet.allOf(SamCommand.class)),
  /** 60: the module failed its own test. */
  SELF_TEST_FAILED(SamStatus.SELF_TEST_FAILED, EnumSet.allOf(SamCommand.class)),
  /** 66: the module is not authorised. */
  NOT_AUTHORISED(SamStatus.NOT_AUTHORISED, EnumSet.allOf(SamCommand.class)),
  /** 31: the card refuses the module. */
  CARD_REFUSES(SamStatus.CARD_REFUSES, EnumSet.of(SamCommand.SELECT)),
  /** 32: the module refuses the card. */
  MODULE_REFUSES(SamStatus.MODULE_REFUSES, EnumSet.of(SamCommand.SELECT)),
  /** 33: what the card says cannot be verified. */
  NOT_VERIFIED(SamStatus.NOT_VERIFIED, EnumSet.of(SamCommand.SELECT)),
  /** 40: a card of another kind lies there. */
  WRONG_CARD(SamStatus.WRONG_CARD, EnumSet.of(SamCommand.SELECT)),
  /** 47: the card gives no random number. */
  NO_RANDOM(SamStatus.NO_RANDOM, EnumSet.of(SamCommand.SELECT)),
  /** 81: the card cannot be selected. */
  SELECT_FAILS(SamStatus.SELECT_FAILED, EnumSet.of(SamCommand.SELECT)),
  /** 41: the card cannot be read. */
  READ_FAILS(SamStatus.READ_FAILED, SamCommand.READS);

  private enum Span {
    LASTING,
    NEXT_READ
  }

  private final Span span;
  private final Optional<SamStatus> status;
  private final Set<SamCommand> commands;

  Fault() {
    this(Span.LASTING);
  }

  Fault(Span span) {
    this.span = span;
    this.status = Optional.empty();
    this.commands = EnumSet.noneOf(SamCommand.class);
  }

  Fault(SamStatus status, Set<SamCommand> commands) {
    this.span = Span.LASTING;
    this.status = Optional.of(status);
    this.commands = commands;
  }

  /** Whether it waits for the next read and is over then; the others last until told otherwise. */
  boolean waitsForRead() {
    return span == Span.NEXT_READ;
  }

  /** What the module answers to a command instead of doing it. */
  Optional<SamStatus> insteadOf(SamCommand command) {
    return commands.contains(command) ? status : Optional.empty();
  }
}
