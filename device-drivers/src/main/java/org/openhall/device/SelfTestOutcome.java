package org.openhall.device;

import java.util.List;

/** How a self test ended. What was tested before it broke off is told in each case. */
public sealed interface SelfTestOutcome {

  /** What was tested, in order. */
  List<Finding> findings();

  /** All was well. */
  record Passed(List<Finding> findings) implements SelfTestOutcome {
    public Passed {
      findings = List.copyOf(findings);
    }
  }

  /** Something was not: at least one finding says what. */
  record Failed(List<Finding> findings) implements SelfTestOutcome {
    public Failed {
      findings = List.copyOf(findings);
    }
  }

  /** The caller ended it. */
  record Cancelled(List<Finding> findings) implements SelfTestOutcome {
    public Cancelled {
      findings = List.copyOf(findings);
    }
  }

  /** The device was not reached, or was lost; its health says why. */
  record Unavailable(DeviceHealth health, List<Finding> findings) implements SelfTestOutcome {
    public Unavailable {
      findings = List.copyOf(findings);
    }
  }

  /**
   * One thing that was tested.
   *
   * @param step what
   * @param passed whether it was well
   * @param note what the device said, e.g. its number or a status in hexadecimal; may be empty;
   *     nothing of a person
   */
  record Finding(Step step, boolean passed, String note) {}

  /** What is tested; its {@link #words} tell it to a technician. */
  enum Step {
    ANSWERS,
    SELF_CHECK,
    IDENTITY,
    SENSORS,
    SUPPLIES,
    TEST_PAGE,
    MEDIA_INSERTED,
    MEDIA_READ,
    MEDIA_TAKEN,
    OPENED,
    SHUT,
    SEEN,
    GONE;

    /** What is tested, for a technician. */
    public String words(java.util.Locale locale) {
      return Words.of("step", this, locale);
    }
  }
}
