package org.openhall.device.pcsc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One line to the resource manager ({@code SCARDCONTEXT}). pcsc-lite lets calls on one context wait
 * for each other, and a context dies with the resource manager; therefore every wait, every look
 * and every card has a short-lived one of its own.
 */
final class Context implements AutoCloseable {

  /** The reader whose state changes when readers come or go: pcsc-lite's SCardGetStatusChange. */
  private static final String NEW_READERS = "\\\\?PnP?\\Notification";

  /** Room for the names of all readers; pcsc-lite knows at most 16 of 128 bytes. */
  private static final int NAMES_BYTES = 16 * 1_024;

  /** {@code PCSCLITE_MAX_READERS_CONTEXTS}: how many SCardGetStatusChange takes. */
  private static final int MOST_READERS = 16;

  private static final long LONGEST_WAIT_MILLIS = Integer.MAX_VALUE;

  private final PcscLite pcsc;
  private final long id;

  private Context(PcscLite pcsc, long id) {
    this.pcsc = pcsc;
    this.id = id;
  }

  static Context establish(PcscLite pcsc) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment id = arena.allocate(PcscLite.DWORD);
      MemorySegment none = MemorySegment.NULL;
      PcscException.check(pcsc.establish.call(PcscLite.SCOPE_SYSTEM, none, none, id));
      return new Context(pcsc, id.get(PcscLite.DWORD, 0));
    }
  }

  long id() {
    return id;
  }

  /** The names of all readers; none is no error. */
  List<String> readers() throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment names = arena.allocate(NAMES_BYTES);
      MemorySegment length = arena.allocateFrom(PcscLite.DWORD, NAMES_BYTES);
      PcscException.check(pcsc.listReaders.call(id, MemorySegment.NULL, names, length));
      return split(names.asSlice(0, length.get(PcscLite.DWORD, 0)));
    } catch (PcscException e) {
      if (e.code() == ReturnCode.SCARD_E_NO_READERS_AVAILABLE) {
        return List.of();
      }
      throw e;
    }
  }

  /** Each name ends with a zero, and the list with one more. */
  private static List<String> split(MemorySegment names) {
    List<String> readers = new ArrayList<>();
    long start = 0;
    for (long at = 0; at < names.byteSize(); at++) {
      if (names.get(ValueLayout.JAVA_BYTE, at) == 0) {
        if (at > start) {
          readers.add(names.getString(start));
        }
        start = at + 1;
      }
    }
    return readers;
  }

  /** The states of the readers now, in their order. */
  List<ReaderState> look(List<String> readers) throws PcscException {
    if (readers.isEmpty()) {
      return List.of();
    }
    return statusChange(readers.stream().map(ReaderState::unaware).toList(), 0);
  }

  /**
   * Waits until a state differs from what is known, for whatever reason, or readers come or go.
   *
   * @return the states then, in the same order
   * @throws PcscException SCARD_E_TIMEOUT when nothing differed in time, SCARD_E_CANCELLED after
   *     {@link #cancel}
   */
  List<ReaderState> awaitChange(List<ReaderState> known, Duration timeout) throws PcscException {
    List<ReaderState> watched = new ArrayList<>(known);
    if (watched.size() < MOST_READERS) {
      watched.add(ReaderState.unaware(NEW_READERS));
    }
    long millis = Math.min(LONGEST_WAIT_MILLIS, Math.max(1, timeout.toMillis()));
    return statusChange(watched, millis).subList(0, known.size());
  }

  private List<ReaderState> statusChange(List<ReaderState> known, long millis)
      throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment states = ReaderState.write(known, arena);
      PcscException.check(pcsc.statusChange.call(id, millis, states, known.size()));
      return ReaderState.read(states, known);
    }
  }

  /**
   * Wakes whoever waits on this context now. One that is only about to wait is not woken: say it
   * again. The context may be closed meanwhile.
   */
  void cancel() {
    pcsc.cancel.call(id); // fails where nobody waits any more, which is what was wanted
  }

  @Override
  public void close() {
    pcsc.release.call(id); // fails where the resource manager is gone, and the context with it
  }
}
