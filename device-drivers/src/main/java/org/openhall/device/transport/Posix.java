package org.openhall.device.transport;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The few functions of the C library that device files need, with the numbers that Linux has on
 * x86-64, AArch64, RISC-V and LoongArch. A call that fails throws its errno.
 */
@SuppressWarnings("restricted")
final class Posix {

  static final int EPERM = 1;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int EISDIR = 21;

  static final int READABLE = 0x01;
  static final int WRITABLE = 0x04;
  static final int BROKEN = 0x08 | 0x10 | 0x20; // POLLERR, POLLHUP, POLLNVAL

  private static final int O_RDWR_NOCTTY_NONBLOCK_CLOEXEC = 0x2 | 0x100 | 0x800 | 0x80000;
  private static final int EFD_NONBLOCK_CLOEXEC = 0x800 | 0x80000;
  private static final int LOCK_EX_NB = 2 | 4;
  private static final int TCSANOW = 0;
  private static final int TCOFLUSH = 1;
  private static final int TCIOFLUSH = 2;
  private static final int TERMIOS_BYTES = 128; // 60 are used
  private static final int CONTROL_FLAGS_AT = 8;
  private static final int CREAD_CLOCAL = 0x80 | 0x800;
  private static final int CSTOPB_HUPCL_CRTSCTS = 0x40 | 0x400 | 0x80000000;
  private static final int EINTR = 4;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_OF =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  private static final OpenCall OPEN =
      link(
          OpenCall.class,
          "open",
          FunctionDescriptor.of(INT, POINTER, INT),
          Linker.Option.firstVariadicArg(2));
  private static final TwoInts EVENTFD = onTwoInts("eventfd");
  private static final TwoInts FLOCK = onTwoInts("flock");
  private static final TwoInts TCFLUSH = onTwoInts("tcflush");
  private static final OneInt CLOSE = link(OneInt.class, "close", FunctionDescriptor.of(INT, INT));
  private static final BufferCall READ = onBuffer("read");
  private static final BufferCall WRITE = onBuffer("write");
  private static final PollCall POLL =
      link(PollCall.class, "poll", FunctionDescriptor.of(INT, POINTER, LONG, INT));
  private static final GetAttributes TCGETATTR =
      link(GetAttributes.class, "tcgetattr", FunctionDescriptor.of(INT, INT, POINTER));
  private static final SetAttributes TCSETATTR =
      link(SetAttributes.class, "tcsetattr", FunctionDescriptor.of(INT, INT, INT, POINTER));
  private static final RawCall CFMAKERAW =
      link(RawCall.class, "cfmakeraw", FunctionDescriptor.ofVoid(POINTER));
  private static final SpeedCall CFSETSPEED =
      link(SpeedCall.class, "cfsetspeed", FunctionDescriptor.of(INT, POINTER, INT));

  private Posix() {}

  /** A call that failed. */
  static final class ErrnoException extends Exception {
    private final int errno;

    ErrnoException(String function, int errno) {
      super(function + " failed with errno " + errno);
      this.errno = errno;
    }

    int errno() {
      return errno;
    }
  }

  public interface OneInt {
    int call(MemorySegment state, int argument);
  }

  public interface TwoInts {
    int call(MemorySegment state, int first, int second);
  }

  public interface OpenCall {
    int call(MemorySegment state, MemorySegment path, int flags);
  }

  public interface BufferCall {
    long call(MemorySegment state, int descriptor, MemorySegment buffer, long size);
  }

  public interface PollCall {
    int call(MemorySegment state, MemorySegment descriptors, long count, int timeoutMillis);
  }

  public interface GetAttributes {
    int call(MemorySegment state, int descriptor, MemorySegment termios);
  }

  public interface SetAttributes {
    int call(MemorySegment state, int descriptor, int when, MemorySegment termios);
  }

  public interface RawCall {
    void call(MemorySegment state, MemorySegment termios);
  }

  public interface SpeedCall {
    int call(MemorySegment state, MemorySegment termios, int speed);
  }

  /** Opens a file both ways; no call on it ever waits. */
  static int open(String path) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment name = arena.allocateFrom(path);
      return check("open", state, OPEN.call(state, name, O_RDWR_NOCTTY_NONBLOCK_CLOEXEC));
    }
  }

  /** A counter that wakes a poll. */
  static int eventCounter() throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      return check("eventfd", state, EVENTFD.call(state, 0, EFD_NONBLOCK_CLOEXEC));
    }
  }

  /** Claims a file for this opening of it; fails with EAGAIN where another has it. */
  static void claim(int descriptor) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      check("flock", state, FLOCK.call(state, descriptor, LOCK_EX_NB));
    }
  }

  /** Makes a serial port raw: 8 data bits, no parity, 1 stop bit, no flow control, this speed. */
  static void makeRaw(int descriptor, int baud) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment termios = arena.allocate(TERMIOS_BYTES, Long.BYTES);
      check("tcgetattr", state, TCGETATTR.call(state, descriptor, termios));
      CFMAKERAW.call(state, termios);
      int flags = termios.get(INT, CONTROL_FLAGS_AT);
      termios.set(INT, CONTROL_FLAGS_AT, (flags | CREAD_CLOCAL) & ~CSTOPB_HUPCL_CRTSCTS);
      check("cfsetspeed", state, CFSETSPEED.call(state, termios, baud));
      check("tcsetattr", state, TCSETATTR.call(state, descriptor, TCSANOW, termios));
      check("tcflush", state, TCFLUSH.call(state, descriptor, TCIOFLUSH));
    }
  }

  /**
   * Waits for one of two files.
   *
   * @param event READABLE or WRITABLE, of the first; of the second always READABLE
   * @return what came of the first, and in the upper half of the second; 0 if nothing in time
   */
  static int poll(int first, int event, int second, int timeoutMillis) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment polled = arena.allocate(2L * Long.BYTES, Long.BYTES);
      polled.set(INT, 0, first);
      polled.set(SHORT, 4, (short) event);
      polled.set(INT, 8, second);
      polled.set(SHORT, 12, (short) READABLE);
      int ready = POLL.call(state, polled, 2, timeoutMillis);
      if (ready < 0 && errno(state) == EINTR) {
        return 0;
      }
      check("poll", state, ready);
      return Short.toUnsignedInt(polled.get(SHORT, 6))
          | Short.toUnsignedInt(polled.get(SHORT, 14)) << 16;
    }
  }

  /** Reads what is there into the buffer; -1 where nothing is, 0 at the end. */
  static int read(int descriptor, byte[] buffer, int offset) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment bytes = arena.allocate(buffer.length - offset);
      int count = transferred("read", state, READ.call(state, descriptor, bytes, bytes.byteSize()));
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, buffer, offset, Math.max(count, 0));
      bytes.fill((byte) 0);
      return count;
    }
  }

  /** Writes what finds room of the bytes from the offset on; -1 where nothing does. */
  static int write(int descriptor, byte[] buffer, int offset) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment bytes = arena.allocate(buffer.length - offset);
      MemorySegment.copy(buffer, offset, bytes, ValueLayout.JAVA_BYTE, 0, buffer.length - offset);
      int count =
          transferred("write", state, WRITE.call(state, descriptor, bytes, bytes.byteSize()));
      bytes.fill((byte) 0);
      return count;
    }
  }

  /** Throws away what waits to be sent by a serial port; other files have nothing of the kind. */
  static void forgetUnsent(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      TCFLUSH.call(arena.allocate(STATE), descriptor, TCOFLUSH);
    }
  }

  static void close(int descriptor) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      check("close", state, CLOSE.call(state, descriptor));
    }
  }

  private static int transferred(String function, MemorySegment state, long result)
      throws ErrnoException {
    if (result < 0 && (errno(state) == EAGAIN || errno(state) == EINTR)) {
      return -1;
    }
    return check(function, state, (int) result);
  }

  static int check(String function, MemorySegment state, int result) throws ErrnoException {
    if (result < 0) {
      throw new ErrnoException(function, errno(state));
    }
    return result;
  }

  private static int errno(MemorySegment state) {
    return (int) ERRNO_OF.get(state, 0L);
  }

  private static TwoInts onTwoInts(String function) {
    return link(TwoInts.class, function, FunctionDescriptor.of(INT, INT, INT));
  }

  private static BufferCall onBuffer(String function) {
    return link(BufferCall.class, function, FunctionDescriptor.of(LONG, INT, POINTER, LONG));
  }

  static <T> T link(
      Class<T> type, String function, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = ERRNO;
    MemorySegment symbol = LINKER.defaultLookup().findOrThrow(function);
    return MethodHandleProxies.asInterfaceInstance(
        type, LINKER.downcallHandle(symbol, descriptor, all));
  }
}
