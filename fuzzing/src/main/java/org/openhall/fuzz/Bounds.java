package org.openhall.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Runs a target within its bound of memory, counted as bytes allocated, not by a full heap. */
final class Bounds {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Bounds() {}

  /**
   * Tries an input; where it allocated too much, once more, for classes are loaded only once.
   *
   * @throws AssertionError also if it allocated too much
   */
  static void run(FuzzTarget target, byte[] input) {
    if (allocated(target, input) > target.mostAllocated()) {
      long again = allocated(target, input);
      if (again > target.mostAllocated()) {
        throw new AssertionError("allocated " + again + " bytes for " + input.length);
      }
    }
  }

  private static long allocated(FuzzTarget target, byte[] input) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    target.run(input);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /** Processor time of a thread so far, in nanoseconds. */
  static long processorTime(Thread thread) {
    return THREADS.getThreadCpuTime(thread.threadId());
  }
}
