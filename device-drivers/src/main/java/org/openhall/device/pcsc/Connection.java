package org.openhall.device.pcsc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import javax.smartcardio.ATR;

/**
 * One card that is connected ({@code SCARDHANDLE}), on a context of its own so that it never waits
 * for another reader. What passes through it is zeroed in native memory.
 *
 * <p>One call at a time: who calls pcsc-lite on a context that is busy waits there with the lock of
 * the whole library in hand ({@code SCardGetContextChannelAndLockFromHandle}), and a mute card
 * would then stop every reader of this process. So the others wait here.
 */
final class Connection {

  /** {@code MAX_BUFFER_SIZE_EXTENDED}: 4 + 3 + 65,536 + 3. */
  private static final int ANSWER_BYTES = 65_546;

  private static final long IO_REQUEST_BYTES = 2 * PcscLite.DWORD.byteSize();

  private final PcscLite pcsc;
  private final Context context;
  private final long handle;
  private final long protocol;
  private final ATR atr;
  private boolean closed;

  private Connection(PcscLite pcsc, Context context, long handle, long protocol)
      throws PcscException {
    this.pcsc = pcsc;
    this.context = context;
    this.handle = handle;
    this.protocol = protocol;
    this.atr = new ATR(status());
  }

  /**
   * Connects.
   *
   * @param protocols {@link PcscLite#PROTOCOL_T0} and others, or-ed
   */
  static Connection open(PcscLite pcsc, String reader, long share, long protocols)
      throws PcscException {
    Context context = Context.establish(pcsc);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = arena.allocate(PcscLite.DWORD);
      MemorySegment active = arena.allocate(PcscLite.DWORD);
      MemorySegment name = arena.allocateFrom(reader);
      PcscException.check(pcsc.connect.call(context.id(), name, share, protocols, handle, active));
      return new Connection(
          pcsc, context, handle.get(PcscLite.DWORD, 0), active.get(PcscLite.DWORD, 0));
    } catch (PcscException e) {
      context.close(); // and with it a handle that was already made
      throw e;
    }
  }

  ATR atr() {
    return atr;
  }

  /** {@link PcscLite#PROTOCOL_T0}, {@code _T1} or {@code _RAW}. */
  long protocol() {
    return protocol;
  }

  /**
   * Asks whether the connection still holds.
   *
   * @return the bytes of the answer to reset, none of a reader without card
   */
  synchronized byte[] status() throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment none = MemorySegment.NULL;
      MemorySegment state = arena.allocate(PcscLite.DWORD);
      MemorySegment active = arena.allocate(PcscLite.DWORD);
      MemorySegment bytes = arena.allocate(PcscLite.MAX_ATR_SIZE);
      MemorySegment length = arena.allocateFrom(PcscLite.DWORD, PcscLite.MAX_ATR_SIZE);
      PcscException.check(pcsc.status.call(handle, none, none, state, active, bytes, length));
      return bytes.asSlice(0, length.get(PcscLite.DWORD, 0)).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /** Sends a command as it stands and gives the bytes of the answer, which may be none. */
  synchronized byte[] transmit(byte[] command) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pci = arena.allocate(IO_REQUEST_BYTES, PcscLite.DWORD.byteAlignment());
      pci.set(PcscLite.DWORD, 0, protocol);
      pci.set(PcscLite.DWORD, PcscLite.DWORD.byteSize(), IO_REQUEST_BYTES);
      MemorySegment sent = arena.allocateFrom(ValueLayout.JAVA_BYTE, command);
      MemorySegment answer = arena.allocate(ANSWER_BYTES);
      MemorySegment length = arena.allocateFrom(PcscLite.DWORD, ANSWER_BYTES);
      try {
        PcscException.check(
            pcsc.transmit.call(
                handle, pci, sent, command.length, MemorySegment.NULL, answer, length));
        return answer.asSlice(0, length.get(PcscLite.DWORD, 0)).toArray(ValueLayout.JAVA_BYTE);
      } finally {
        sent.fill((byte) 0);
        answer.fill((byte) 0);
      }
    }
  }

  /** SCardControl: a command to the reader. */
  synchronized byte[] control(int code, byte[] command) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment sent = arena.allocateFrom(ValueLayout.JAVA_BYTE, command);
      MemorySegment answer = arena.allocate(ANSWER_BYTES);
      MemorySegment length = arena.allocate(PcscLite.DWORD);
      PcscException.check(
          pcsc.control.call(
              handle,
              Integer.toUnsignedLong(code),
              sent,
              command.length,
              answer,
              ANSWER_BYTES,
              length));
      return answer.asSlice(0, length.get(PcscLite.DWORD, 0)).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /** Waits until no other program uses the card, and keeps all others out. */
  synchronized void begin() throws PcscException {
    PcscException.check(pcsc.begin.call(handle));
  }

  synchronized void end() throws PcscException {
    PcscException.check(pcsc.end.call(handle, PcscLite.LEAVE_CARD));
  }

  /**
   * Ends the connection, once. A card or a resource manager that is already gone is no error.
   *
   * @param disposition {@link PcscLite#LEAVE_CARD} or {@link PcscLite#RESET_CARD}
   */
  synchronized void close(long disposition) throws PcscException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      PcscException.check(pcsc.disconnect.call(handle, disposition));
    } catch (PcscException e) {
      if (!e.code().endsConnection()) {
        throw e;
      }
    } finally {
      context.close();
    }
  }
}
