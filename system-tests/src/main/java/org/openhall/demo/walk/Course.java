package org.openhall.demo.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openhall.demo.hall.HallException;

/** What a walk goes through, and the eyes for it. */
interface Course extends AutoCloseable {
  /** The first steps. */
  List<Step> opening();

  /** The further ones, asked for once the first were seen as expected. */
  List<Step> rest() throws IOException, HallException;

  /** Waits for a step's words where the step is looked at; what is missing or wrong there. */
  List<String> faults(Step step) throws IOException, InterruptedException;

  /** Writes a picture, as PNG, of what is looked at. */
  void picture(Step step, Path file) throws IOException, InterruptedException;

  /** What could not be walked on this machine, and why. */
  List<String> leftOut();

  @Override
  void close();
}
