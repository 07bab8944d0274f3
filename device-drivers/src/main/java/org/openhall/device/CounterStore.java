package org.openhall.device;

/** Keeps what devices have counted beyond the end of the program; the program's, not a driver's. */
public interface CounterStore {

  /** What was kept of a device; nothing where nothing can be read. */
  Counters kept(String key);

  /**
   * Keeps the sums of a device in place of what was kept. Called on the device's thread after every
   * command and fault; where it fails, it says so itself.
   */
  void keep(String key, Counters sums);

  /** Forgets everything with the program. */
  static CounterStore none() {
    return new CounterStore() {
      @Override
      public Counters kept(String key) {
        return Counters.NONE;
      }

      @Override
      public void keep(String key, Counters sums) {
        // on purpose
      }
    };
  }
}
