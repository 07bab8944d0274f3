package org.openhall.demo.chaos;

import java.io.IOException;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/** One way in which an update is broken. */
sealed interface Fault
    permits Killed,
        PowerLost,
        CallsFail,
        SmallDisk,
        ReadOnlyDisk,
        Flipped,
        WrongClock,
        BadServer,
        TwoAgents,
        CopiedFolder,
        KioskKilled,
        RunsDamaged,
        BadLine,
        SpoolDisturbed,
        SpoolPowerLost,
        ReaderKilled,
        FlippedWhileRead {

  /** The line of the table in which it is counted. */
  String row();

  /** Which of its kind it is. */
  String name();

  /** How the terminal stands before. */
  Scene.Before before();

  /**
   * Breaks it.
   *
   * @return what was done; empty where it did not come about
   */
  Optional<String> inject(Trial trial) throws IOException, InterruptedException, HallException;

  /** Ends what lasts, such as a full disk. */
  default void lift(Trial trial) throws IOException, InterruptedException, HallException {}

  /** Whether bytes of the content itself are damaged, so that pages may say so. */
  default boolean touchesContent() {
    return false;
  }

  /** Whether the trial puts a terminal there, or the fault does. */
  default boolean copiesTerminal() {
    return true;
  }

  /**
   * Whether somebody put content there that another office signed. No kiosk can tell, as it
   * verifies no signatures; the agent's next look must.
   */
  default boolean bringsForeignContent() {
    return false;
  }

  /** Bytes that the next run may fetch beside those of missing files. */
  default long mayAlsoFetch(Scene scene) throws IOException {
    return 0;
  }

  /** Whether it mostly waits, so that it goes beside the others. */
  default boolean waits() {
    return false;
  }
}
