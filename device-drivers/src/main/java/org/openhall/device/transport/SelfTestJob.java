package org.openhall.device.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.SelfTestOutcome.Finding;
import org.openhall.device.SelfTestOutcome.Step;

/**
 * A self test: a level and what is done at it. What was found is told however it ends.
 *
 * @param <C> the connection that it works on
 */
public final class SelfTestJob<C extends Connection> implements DeviceJob<C, SelfTestOutcome> {

  private final SelfTest level;
  private final Steps<C> steps;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * What is done.
   *
   * @param <C> the connection that it works on
   */
  @FunctionalInterface
  public interface Steps<C extends Connection> {
    /** Tests one thing after the other and writes down what it found. */
    void take(C connection, CommandRun run, Sheet sheet)
        throws DeviceFaultException, CommandCancelledException;
  }

  /** Where findings are written down. */
  @FunctionalInterface
  public interface Sheet {
    /** One thing was tested; see {@link Finding}. */
    void write(Step step, boolean passed, String note);
  }

  /** A test at a level. */
  public SelfTestJob(SelfTest level, Steps<C> steps) {
    this.level = level;
    this.steps = steps;
  }

  @Override
  public String name() {
    return "self-test-" + level.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public SelfTestOutcome run(C connection, CommandRun run)
      throws DeviceFaultException, CommandCancelledException {
    steps.take(
        connection, run, (step, passed, note) -> findings.add(new Finding(step, passed, note)));
    return findings.stream().allMatch(Finding::passed)
        ? new SelfTestOutcome.Passed(findings)
        : new SelfTestOutcome.Failed(findings);
  }

  @Override
  public SelfTestOutcome failed(DeviceHealth health) {
    return health.detail() == Detail.CLOSED
        ? cancelled()
        : new SelfTestOutcome.Unavailable(health, findings);
  }

  @Override
  public SelfTestOutcome cancelled() {
    return new SelfTestOutcome.Cancelled(findings);
  }
}
