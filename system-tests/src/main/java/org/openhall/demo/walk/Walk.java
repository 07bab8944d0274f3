package org.openhall.demo.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Places;
import tools.jackson.databind.json.JsonMapper;

/** Takes the steps one after another, pictures each, and says what was seen. */
public final class Walk {

  private final Hall hall;
  private final Places places;
  private final Path pictures;
  private final List<Step.Result> results = new ArrayList<>();

  /** A walk through a hall that is not open yet; the pictures go to a folder. */
  public Walk(Hall hall, Places places, Path pictures) {
    this.hall = hall;
    this.places = places;
    this.pictures = pictures;
  }

  /**
   * Walks as a citizen.
   *
   * @param content a folder of real records to import beside the sample, or none
   * @return whether every step was seen as expected
   */
  public boolean visit(List<Path> content) throws IOException, InterruptedException, HallException {
    return run(new Visit(hall, places, content));
  }

  /** Walks as the office's staff; gives whether every step was seen as expected. */
  public boolean officeDay() throws IOException, InterruptedException, HallException {
    return run(new OfficeDay(hall, places));
  }

  private boolean run(Course course) throws IOException, InterruptedException, HallException {
    Files.createDirectories(pictures);
    try (course) {
      takeAll(course.opening(), course);
      if (!failed()) {
        takeAll(course.rest(), course);
      }
      course.leftOut().forEach(what -> System.out.println("left out " + what));
    }
    JsonMapper json = JsonMapper.builder().build();
    Files.writeString(
        pictures.resolve("steps.json"),
        json.writerWithDefaultPrettyPrinter().writeValueAsString(results));
    return !failed();
  }

  private void takeAll(List<Step> steps, Course course) throws IOException, InterruptedException {
    for (Step step : steps) {
      results.add(failed() ? notReached(step) : take(step, course));
      report(results.getLast());
    }
  }

  private Step.Result take(Step step, Course course) throws IOException, InterruptedException {
    List<String> missing;
    try {
      step.action().act();
      missing = course.faults(step);
    } catch (HallException e) {
      missing = List.of(String.valueOf(e.getMessage()));
    }
    String picture = "%02d-%s.png".formatted(results.size() + 1, step.name());
    course.picture(step, pictures.resolve(picture));
    return new Step.Result(step.name(), picture, step.expected(), missing.isEmpty(), missing);
  }

  private static Step.Result notReached(Step step) {
    return new Step.Result(
        step.name(), "", step.expected(), false, List.of("not reached: an earlier step failed"));
  }

  private boolean failed() {
    return results.stream().anyMatch(result -> !result.ok());
  }

  private static void report(Step.Result result) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-6s %-24s %s",
            result.ok() ? "ok" : "FAILED",
            result.step(),
            result.ok() ? result.picture() : String.join(" · ", result.missing())));
  }
}
