package org.openhall.kiosk.devices;

import java.time.Duration;
import java.util.Optional;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.Devices;
import org.openhall.device.IdCardReader;
import org.openhall.device.IdentityCard;
import org.openhall.device.SocialCard;
import org.openhall.device.SocialCardReader;

/** Looks at one card for a technician: what is masked is told, and the card is erased at once. */
final class CardLook {

  private CardLook() {}

  /** Waits for the end of a command. */
  interface Await {
    /** How the command ended. */
    <T> T end(DeviceCommand<T> command);
  }

  /** The reader of that key; without a key the first there is, of identity cards before others. */
  static Optional<Device> reader(Devices devices, String key) {
    if (key.isEmpty()) {
      return devices.idCardReader().<Device>map(it -> it).or(devices::socialCardReader);
    }
    return Optional.ofNullable(devices.all().get(key))
        .filter(it -> it instanceof IdCardReader || it instanceof SocialCardReader);
  }

  /** Waits for a card at a reader and tells what came of it. */
  static DeviceReply at(Device reader, Duration longest, Await await) {
    return switch (reader) {
      case IdCardReader it -> told(await.end(it.read(longest)));
      case SocialCardReader it -> told(await.end(it.read(longest)));
      default -> throw new IllegalArgumentException("no reader of cards");
    };
  }

  private static DeviceReply told(IdCardReader.ReadOutcome outcome) {
    if (outcome instanceof IdCardReader.ReadOutcome.CardRead(IdentityCard read)) {
      try (read) {
        return new DeviceReply.Card(
            name(outcome), read.kind().name(), read.maskedName(), read.maskedNumber(), "");
      }
    }
    return new DeviceReply.Card(name(outcome), "", "", "", "");
  }

  private static DeviceReply told(SocialCardReader.ReadOutcome outcome) {
    if (outcome instanceof SocialCardReader.ReadOutcome.CardRead(SocialCard read)) {
      try (read) {
        return new DeviceReply.Card(
            name(outcome),
            IdentityCard.Kind.SOCIAL_SECURITY.name(),
            read.identity().map(IdentityCard::maskedName).orElse(""),
            read.identity().map(IdentityCard::maskedNumber).orElse(""),
            read.maskedCardNumber());
      }
    }
    return new DeviceReply.Card(name(outcome), "", "", "", "");
  }

  private static String name(Object outcome) {
    return outcome.getClass().getSimpleName();
  }
}
