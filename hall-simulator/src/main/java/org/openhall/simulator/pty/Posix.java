package org.openhall.simulator.pty;

import java.io.IOException;
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
 * The few functions of the C library that make a pseudo terminal, with the numbers of Linux. Each
 * throws an IOException that names the function and its errno.
 */
@SuppressWarnings("restricted")
final class Posix {

  static final int READABLE = 1;
  static final int WRITABLE = 4;

  /** errno of a call that would have to wait. */
  private static final int EAGAIN = 11;

  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final int TCSANOW = 0;
  private static final int TERMIOS_BYTES = 128; // 60 are used
  private static final int B115200 = 0x1002;
  private static final int PATH_BYTES = 128;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_OF =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  private static final IntCall OPENPT = onInt("posix_openpt");
  private static final IntCall GRANTPT = onInt("grantpt");
  private static final IntCall UNLOCKPT = onInt("unlockpt");
  private static final IntCall CLOSE = onInt("close");
  private static final NameCall PTSNAME =
      link(NameCall.class, "ptsname_r", FunctionDescriptor.of(INT, INT, POINTER, LONG));
  private static final BufferCall READ = onBuffer("read");
  private static final BufferCall WRITE = onBuffer("write");
  private static final PollCall POLL =
      link(PollCall.class, "poll", FunctionDescriptor.of(INT, POINTER, LONG, INT));
  private static final OpenCall OPEN =
      link(
          OpenCall.class,
          "open",
          FunctionDescriptor.of(INT, POINTER, INT),
          Linker.Option.firstVariadicArg(2));
  private static final GetAttributes TCGETATTR =
      link(GetAttributes.class, "tcgetattr", FunctionDescriptor.of(INT, INT, POINTER));
  private static final SetAttributes TCSETATTR =
      link(SetAttributes.class, "tcsetattr", FunctionDescriptor.of(INT, INT, INT, POINTER));
  private static final RawCall CFMAKERAW =
      link(RawCall.class, "cfmakeraw", FunctionDescriptor.ofVoid(POINTER));
  private static final SpeedCall CFSETSPEED =
      link(SpeedCall.class, "cfsetspeed", FunctionDescriptor.of(INT, POINTER, INT));

  private Posix() {}

  public interface IntCall {
    int call(MemorySegment state, int argument);
  }

  public interface NameCall {
    int call(MemorySegment state, int descriptor, MemorySegment buffer, long size);
  }

  public interface BufferCall {
    long call(MemorySegment state, int descriptor, MemorySegment buffer, long size);
  }

  public interface PollCall {
    int call(MemorySegment state, MemorySegment descriptors, long count, int timeoutMillis);
  }

  public interface OpenCall {
    int call(MemorySegment state, MemorySegment path, int flags);
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

  /** Opens a new master, unlocked, that never makes a call wait. */
  static int openMaster() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int master = check("posix_openpt", state, OPENPT.call(state, O_RDWR | O_NOCTTY | O_NONBLOCK));
      check("grantpt", state, GRANTPT.call(state, master));
      check("unlockpt", state, UNLOCKPT.call(state, master));
      return master;
    }
  }

  /** The path of the slave that belongs to a master. */
  static String slavePath(int master) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment name = arena.allocate(PATH_BYTES);
      check("ptsname_r", state, PTSNAME.call(state, master, name, PATH_BYTES));
      return name.getString(0);
    }
  }

  /** Opens a slave and makes it raw at 115,200 baud. */
  static int openRawSlave(String path) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment name = arena.allocateFrom(path);
      int slave = check("open " + path, state, OPEN.call(state, name, O_RDWR | O_NOCTTY));
      MemorySegment termios = arena.allocate(TERMIOS_BYTES, Long.BYTES);
      check("tcgetattr", state, TCGETATTR.call(state, slave, termios));
      CFMAKERAW.call(state, termios);
      check("cfsetspeed", state, CFSETSPEED.call(state, termios, B115200));
      check("tcsetattr", state, TCSETATTR.call(state, slave, TCSANOW, termios));
      return slave;
    }
  }

  /** Whether the descriptor becomes ready within the time. */
  static boolean await(int descriptor, int event, int timeoutMillis) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment polled = arena.allocate(Long.BYTES, Long.BYTES);
      polled.set(INT, 0, descriptor);
      polled.set(ValueLayout.JAVA_SHORT, Integer.BYTES, (short) event);
      return check("poll", state, POLL.call(state, polled, 1, timeoutMillis)) > 0;
    }
  }

  /** Reads what is there; 0 when nothing is. */
  static int read(int descriptor, byte[] buffer) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment bytes = arena.allocate(buffer.length);
      int count = transferred("read", state, READ.call(state, descriptor, bytes, buffer.length));
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, buffer, 0, count);
      return count;
    }
  }

  /** Writes what finds room; returns how many bytes from the offset on did. */
  static int write(int descriptor, byte[] buffer, int offset) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int length = buffer.length - offset;
      MemorySegment bytes = arena.allocate(length);
      MemorySegment.copy(buffer, offset, bytes, ValueLayout.JAVA_BYTE, 0, length);
      return transferred("write", state, WRITE.call(state, descriptor, bytes, length));
    }
  }

  static void close(int descriptor) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      check("close", state, CLOSE.call(state, descriptor));
    }
  }

  private static int transferred(String function, MemorySegment state, long result)
      throws IOException {
    if (result < 0 && (int) ERRNO_OF.get(state, 0L) == EAGAIN) {
      return 0;
    }
    return check(function, state, (int) result);
  }

  private static int check(String function, MemorySegment state, int result) throws IOException {
    if (result < 0) {
      throw new IOException(function + " failed with errno " + (int) ERRNO_OF.get(state, 0L));
    }
    return result;
  }

  private static IntCall onInt(String function) {
    return link(IntCall.class, function, FunctionDescriptor.of(INT, INT));
  }

  private static BufferCall onBuffer(String function) {
    return link(BufferCall.class, function, FunctionDescriptor.of(LONG, INT, POINTER, LONG));
  }

  private static <T> T link(
      Class<T> type, String function, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = ERRNO;
    MemorySegment symbol = LINKER.defaultLookup().findOrThrow(function);
    return MethodHandleProxies.asInterfaceInstance(
        type, LINKER.downcallHandle(symbol, descriptor, all));
  }
}
