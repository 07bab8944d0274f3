package org.openhall.device.transport;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The few requests to a driver of the kernel that devices need, with the numbers that Linux has on
 * x86-64, AArch64, RISC-V and LoongArch (asm-generic). One that fails throws its errno.
 */
@SuppressWarnings("restricted")
final class Ioctl {

  /** The request is none of this kind of file. */
  static final int ENOTTY = 25;

  static final int EINVAL = 22;

  private static final long TIOCMGET = 0x5415;
  private static final long EVIOCGRAB = 0x40044590; // _IOW('E', 0x90, int)

  private static final Request IOCTL =
      Posix.link(
          Request.class,
          "ioctl",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS),
          Linker.Option.firstVariadicArg(2));

  private Ioctl() {}

  public interface Request {
    int call(MemorySegment state, int descriptor, long request, MemorySegment argument);
  }

  /** Has the events of an input device for this opening of it alone, until it is closed. */
  static void grab(int descriptor) throws Posix.ErrnoException {
    call(descriptor, EVIOCGRAB, MemorySegment.ofAddress(1));
  }

  /** The modem lines of a serial port, as the bits of TIOCMGET. */
  static int modemLines(int descriptor) throws Posix.ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bits = arena.allocate(ValueLayout.JAVA_INT);
      call(descriptor, TIOCMGET, bits);
      return bits.get(ValueLayout.JAVA_INT, 0);
    }
  }

  private static void call(int descriptor, long request, MemorySegment argument)
      throws Posix.ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Posix.STATE);
      Posix.check("ioctl", state, IOCTL.call(state, descriptor, request, argument));
    }
  }
}
