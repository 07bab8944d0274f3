package org.openhall.device.transport;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The near end of a pseudo-terminal, for tests of serial lines. */
@SuppressWarnings("restricted")
public final class Pty implements AutoCloseable {

  private static final int O_RDWR_NOCTTY = 0x102;
  private static final Linker LINKER = Linker.nativeLinker();

  private final int descriptor;
  private final Path farEnd;
  private boolean closed;

  /** Opens a new one. */
  public Pty() {
    descriptor = call("posix_openpt", O_RDWR_NOCTTY);
    call("grantpt", descriptor);
    call("unlockpt", descriptor);
    MemorySegment name = (MemorySegment) invoke(handle("ptsname", ADDRESS, JAVA_INT), descriptor);
    farEnd = Path.of(name.reinterpret(64).getString(0));
  }

  /** The path that a program opens as its serial port. */
  public Path farEnd() {
    return farEnd;
  }

  /** Sends bytes to the program at the far end. */
  public void write(byte[] bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      MethodHandle write = handle("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
      if ((long) invoke(write, descriptor, copy, (long) bytes.length) != bytes.length) {
        throw new IllegalStateException("the pty took not all bytes");
      }
    }
  }

  /** Waits for the next bytes from the far end. */
  public byte[] read() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(4_096);
      MethodHandle read = handle("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
      long count = (long) invoke(read, descriptor, buffer, buffer.byteSize());
      return buffer.asSlice(0, Math.max(0, count)).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  @Override
  public void close() {
    pullPlug();
  }

  /** Ends the pty, as if the device were unplugged. Idempotent. */
  public void pullPlug() {
    if (!closed) {
      closed = true;
      call("close", descriptor);
    }
  }

  private static int call(String function, int argument) {
    int result = (int) invoke(handle(function, JAVA_INT, JAVA_INT), argument);
    if (result < 0) {
      throw new IllegalStateException(function + " failed");
    }
    return result;
  }

  private static MethodHandle handle(
      String function, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().find(function).orElseThrow(),
        FunctionDescriptor.of(result, arguments));
  }

  private static Object invoke(MethodHandle handle, Object... arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (Throwable t) {
      throw new IllegalStateException("a native call failed", t);
    }
  }
}
