package org.openhall.link.status;

import java.nio.file.Path;
import org.openhall.link.JsonFile;

/** Where the status files of a terminal are. */
public final class StatusFile {

  private StatusFile() {}

  /** Written by the sync agent only. */
  public static JsonFile<AgentStatus> agent(Path dataDir) {
    return new JsonFile<>(dataDir.resolve("status"), "agent.json", AgentStatus.class);
  }

  /** Written by the sync agent only. */
  public static JsonFile<PushStatus> push(Path dataDir) {
    return new JsonFile<>(dataDir.resolve("status"), "push.json", PushStatus.class);
  }

  /** Written by enrolment only. */
  public static JsonFile<EnrolmentStatus> enrolment(Path dataDir) {
    return new JsonFile<>(dataDir.resolve("status"), "enrolment.json", EnrolmentStatus.class);
  }

  /** Written by the kiosk only. */
  public static JsonFile<KioskStatus> kiosk(Path dataDir) {
    return new JsonFile<>(dataDir.resolve("status"), "kiosk.json", KioskStatus.class);
  }
}
