package org.openhall.device.pcsc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;

/** The readers that one factory gives out, and how its objects reach the resource manager. */
final class Readers {

  private static final int LOOKS = 3;

  private final PcscLite pcsc;
  private final PcscOptions options;
  private final Errands errands = new Errands();
  private final Map<String, PcscTerminal> terminals = new ConcurrentHashMap<>();

  Readers(PcscLite pcsc, PcscOptions options) {
    this.pcsc = pcsc;
    this.options = options;
  }

  /** The one terminal of that name, so that all who connect to it get the same card. */
  PcscTerminal terminal(String name) {
    return terminals.computeIfAbsent(name, n -> new PcscTerminal(n, this));
  }

  /** How each reader is now. */
  List<ReaderState> look() throws PcscException {
    return look(Readers::look);
  }

  /** How one reader is now. */
  ReaderState look(String reader) throws PcscException {
    return look(context -> context.look(List.of(reader))).getFirst();
  }

  private List<ReaderState> look(Waiting.FirstLook first) throws PcscException {
    return errands.run(
        () -> {
          try (Context context = Context.establish(pcsc)) {
            return first.at(context);
          }
        },
        Duration.ZERO,
        _ -> {});
  }

  /** How each reader is now; one that vanishes between the two questions makes them void. */
  static List<ReaderState> look(Context context) throws PcscException {
    for (int look = 1; ; look++) {
      try {
        return context.look(context.readers());
      } catch (PcscException e) {
        if (e.code() != ReturnCode.SCARD_E_UNKNOWN_READER || look == LOOKS) {
          throw e;
        }
      }
    }
  }

  /**
   * A wait that begins now.
   *
   * @param timeoutMillis 0: without end
   */
  Waiting waiting(long timeoutMillis) {
    return new Waiting(pcsc, errands, options.outage(), timeoutMillis);
  }

  /** Connects; a card that answers after the caller has left is let go again. */
  Connection connect(String reader, long share, long protocols) throws PcscException {
    return errands.run(
        () -> Connection.open(pcsc, reader, share, protocols),
        options.answerWithin(),
        left -> left.then(this::letGo));
  }

  /** Has something done with a card, within the options' time. */
  <T> T run(Errands.Errand<T> errand) throws PcscException {
    return errands.run(errand, options.answerWithin(), _ -> {});
  }

  /** Ends a connection without waiting for it: its thread may still hang in a mute card. */
  void letGo(Connection connection) {
    errands.send(() -> connection.close(PcscLite.LEAVE_CARD));
  }

  /** The exception of the interface for what the resource manager said. */
  static CardException failed(String what, PcscException cause) {
    String text = what + " failed: " + cause.getMessage();
    return cause.code().cardGone()
        ? new CardNotPresentException(text, cause)
        : new CardException(text, cause);
  }
}
