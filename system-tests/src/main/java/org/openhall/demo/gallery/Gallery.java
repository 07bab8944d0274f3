package org.openhall.demo.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openhall.kiosk.shell.Language;

/** {@code ./openhall gallery DIR}. */
public final class Gallery {
  private static final int NOT_UNDERSTOOD = 2;

  private Gallery() {}

  /** Exit status: 0 done, 1 something failed, 2 the words make no sense. */
  public static void main(String[] args) {
    if (List.of(args).contains("--help")) {
      System.out.print(GalleryOptions.HELP);
      return;
    }
    try {
      run(GalleryOptions.of(args));
    } catch (GalleryOptions.UsageException e) {
      System.err.println(e.getMessage());
      System.exit(NOT_UNDERSTOOD);
    } catch (IOException e) {
      System.err.println("gallery: " + e.getMessage());
      System.exit(1);
    } finally {
      ScreenThread.end();
    }
  }

  private static void run(GalleryOptions options) throws IOException {
    Exhibition exhibition = Exhibition.open(options.data());
    if (options.pictures().isPresent()) {
      draw(exhibition, options, options.pictures().get());
    }
    if (options.check()) {
      check(exhibition, options);
    }
    if (options.accept()) {
      Path home = Path.of(System.getProperty("openhall.home", "."));
      int changed = Goldens.in(home).accept(exhibition);
      changed += ControlPictures.accept(exhibition, home);
      System.out.println(changed + " pictures changed.");
    }
  }

  private static List<Exhibit> wanted(Exhibition exhibition, GalleryOptions options) {
    return exhibition.exhibits().stream().filter(it -> it.name().contains(options.only())).toList();
  }

  private static void check(Exhibition exhibition, GalleryOptions options) throws IOException {
    int faults = 0;
    for (Language language : options.languages()) {
      List<String> found = exhibition.faults(wanted(exhibition, options), language);
      found.forEach(System.out::println);
      faults += found.size();
    }
    System.out.println(faults + " faults.");
  }

  private static void draw(Exhibition exhibition, GalleryOptions options, Path folder)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (Language language : options.languages()) {
      exhibition.show(
          wanted(exhibition, options),
          language,
          (name, picture) -> {
            picture.write(folder.resolve(name + ".png"));
            names.add(name);
          });
    }
    ContactSheet.write(folder, names);
    System.out.println(names.size() + " pictures: " + folder.resolve("index.html"));
  }
}
