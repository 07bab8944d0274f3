package org.openhall.device;

import java.time.Instant;

/**
 * Something that happened at a device. Nothing of a person is ever in it.
 *
 * @param sequence counts the device's changes from 1 on, without a gap; a {@link Known} bears the
 *     number of the last change that is in it
 * @param at when
 * @param what the change
 */
public record DeviceEvent(long sequence, Instant at, What what) {

  /** What happened. */
  public sealed interface What {}

  /** Nothing happened; this is how things stand for whoever begins to listen. */
  public record Known(DeviceSnapshot snapshot) implements What {}

  /** Its health is otherwise than before. */
  public record HealthChanged(DeviceHealth health) implements What {}

  /** More is known of what it can do, or it is another device. */
  public record CapabilitiesChanged(Capabilities capabilities) implements What {}

  /** Something was laid in: a card on a reader, a sheet in a scanner; or lies ready to be taken. */
  public record MediaInserted() implements What {}

  /** Nothing is there: what was has been taken. */
  public record MediaTaken() implements What {}

  /** Something may still be there; the device can no longer tell. */
  public record MediaUnseen() implements What {}

  /** A sensor senses otherwise than before. */
  public record Sensed(Sense sense) implements What {}

  /** A supply goes to its end, or was filled up. */
  public record SupplyChanged(Supply supply, Supply.Level level) implements What {}

  /** Something was counted; the sums since the device was opened. */
  public record Counted(Counters counters) implements What {}

  /**
   * A command was begun.
   *
   * @param command its number
   * @param name what it does, e.g. {@code read}
   */
  public record CommandBegan(long command, String name) implements What {}

  /**
   * The command under way has come so far.
   *
   * @param done how many parts of it are done, e.g. pages; 0 when the device took it
   * @param of how many there are
   */
  public record Progressed(long command, int done, int of) implements What {}

  /** The command under way waits for a person to do something. */
  public record Prompted(long command, Prompt prompt) implements What {}

  /**
   * A command has ended.
   *
   * @param outcome the kind of its outcome, e.g. {@code CardRead}; nothing of what is in it
   */
  public record CommandEnded(long command, String outcome) implements What {}
}
