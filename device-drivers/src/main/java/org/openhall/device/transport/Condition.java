package org.openhall.device.transport;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.Media;
import org.openhall.device.Sense;
import org.openhall.device.Supply;

/**
 * What a look at a device found.
 *
 * @param state the coarse state
 * @param detail the reason; NONE with READY
 * @param code what the device itself said, e.g. {@code SW3 60}; empty where nothing
 * @param supplies what is left of what it uses up
 * @param media whether something lies in it; empty where the look cannot tell
 * @param sense what a sensor senses
 */
public record Condition(
    State state,
    Detail detail,
    String code,
    Map<Supply, Supply.Level> supplies,
    Optional<Media> media,
    Sense sense) {

  /** Nothing is wrong. */
  public static final Condition READY = new Condition(State.READY, Detail.NONE);

  public Condition {
    supplies = Map.copyOf(supplies);
  }

  /** Of a device that has no supplies and nothing laid in. */
  public Condition(State state, Detail detail) {
    this(state, detail, "", Map.of(), Optional.empty(), Sense.UNKNOWN);
  }

  /** It cannot be used for this reason. */
  public static Condition unavailable(Detail detail) {
    return new Condition(State.UNAVAILABLE, detail);
  }

  /** It can be used, but wants attention soon for this reason. */
  public static Condition attention(Detail detail) {
    return new Condition(State.ATTENTION, detail);
  }

  /** The same, with what the device itself said. */
  public Condition saying(String words) {
    return new Condition(state, detail, words, supplies, media, sense);
  }

  /** The same, with so much left of a supply. */
  public Condition with(Supply supply, Supply.Level level) {
    Map<Supply, Supply.Level> more = new TreeMap<>(supplies);
    more.put(supply, level);
    return new Condition(state, detail, code, more, media, sense);
  }

  /** The same, with something laid in or not. */
  public Condition with(Media seen) {
    return new Condition(state, detail, code, supplies, Optional.of(seen), sense);
  }

  /** The same, of a sensor that senses this. */
  public Condition with(Sense sensed) {
    return new Condition(state, detail, code, supplies, media, sensed);
  }
}
