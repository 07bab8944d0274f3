package org.openhall.device.socialcard;

import java.util.Optional;
import javax.smartcardio.CardTerminal;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Media;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceThread;

/** Looks whether the reader is there, and whether a card is in it. */
final class ReaderCheck implements DeviceThread.Check<ReaderSession> {

  @Override
  public Condition look(ReaderSession session) throws DeviceFaultException {
    Optional<CardTerminal> reader = session.find();
    if (reader.isEmpty()) {
      return Condition.unavailable(Detail.PORT_MISSING);
    }
    return Condition.READY.with(session.cardIsIn(reader.get()) ? Media.PRESENT : Media.ABSENT);
  }

  @Override
  public Capabilities probe(ReaderSession session, Capabilities profile)
      throws DeviceFaultException {
    return session.find().map(reader -> profile.ofModel(reader.getName())).orElse(profile);
  }
}
