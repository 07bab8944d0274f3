package org.openhall.demo.chaos;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.openhall.demo.hall.HallException;

/**
 * What keeps the screen right, to be taken out for a control run: a class that lets everything pass
 * is put in front of the program's own, for the agent and for the eye of the witness alike.
 */
enum Guard {
  /** Waiting for the disk; no class, the kernel only says that it has waited. */
  FSYNC("", "", false) {
    @Override
    List<Fault> faults(Faults faults) throws IOException, InterruptedException, HallException {
      faults.powerCuts(faults.record(Scene.Before.RELEASE_1, false), 0, 1);
      return faults.list();
    }
  },
  /** The hash of what was downloaded. */
  DOWNLOAD_HASH("org/openhall/repository/storage/FileDigest", "check", false) {
    @Override
    List<Fault> faults(Faults faults) {
      return lies(faults);
    }
  },
  /** The hash of a record that is shown. */
  RECORD_HASH("org/openhall/content/store/Unpacking", "isEqual", true) {
    @Override
    List<Fault> faults(Faults faults) throws IOException {
      faults.flips(0, 40);
      return faults.list();
    }
  },
  /** The seal of a line in a list. */
  TITLE_SEAL("org/openhall/content/store/TitleRow", "isEqual", true) {
    @Override
    List<Fault> faults(Faults faults) throws IOException {
      faults.flips(0, 40);
      return faults.list();
    }
  },
  /** The signatures of metadata. */
  SIGNATURES("org/openhall/repository/metadata/Signed", "verify", false) {
    @Override
    List<Fault> faults(Faults faults) {
      return lies(faults);
    }
  };

  /** Exit status of a control that found something; a program that crashes ends with another. */
  static final int FOUND = 4;

  /** The changed class; a jar, as no class cache takes a folder. */
  static final String CLASSES = "guardless.jar";

  /** Said to a campaign whose class path begins with that jar. */
  static final String TAKEN_OUT = "--taken-out";

  private final String type;
  private final String method;
  private final boolean calls;

  /**
   * @param type internal name of the class
   * @param method one of it that does nothing any more, or one whose calls there are all true
   * @param calls whether its calls are meant
   */
  Guard(String type, String method, boolean calls) {
    this.type = type;
    this.method = method;
    this.calls = calls;
  }

  /** The faults that the guard holds off. */
  abstract List<Fault> faults(Faults faults)
      throws IOException, InterruptedException, HallException;

  private static List<Fault> lies(Faults faults) {
    faults.servers();
    faults.list().removeIf(Fault::waits);
    return faults.list();
  }

  static Optional<Guard> named(String word) {
    return Stream.of(values()).filter(guard -> guard.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Runs the campaign in a program without the guard.
   *
   * @return 0 if it found something
   */
  int control(Path data, long seed) throws IOException, InterruptedException, HallException {
    Path jar = data.resolve(CLASSES);
    Files.deleteIfExists(jar);
    if (!type.isEmpty()) {
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        out.putNextEntry(new JarEntry(type + ".class"));
        out.write(without());
      }
    }
    System.out.println("Control: without " + word() + " the campaign must find something.");
    Process campaign = new ProcessBuilder(command(data, seed)).inheritIO().start();
    int status = campaign.waitFor();
    Files.deleteIfExists(jar);
    boolean isRed = status == FOUND;
    System.out.println(
        isRed
            ? "Control: red, as it must be without " + word() + "."
            : "Control: NOT red (%d) without %s: the campaign proves nothing."
                .formatted(status, word()));
    return isRed ? 0 : 1;
  }

  private List<String> command(Path data, long seed) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-XX:-UsePerfData"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Dstdout.encoding=UTF-8"));
    for (String property : List.of("openhall.home", "java.io.tmpdir", "org.sqlite.tmpdir")) {
      command.add("-D%s=%s".formatted(property, System.getProperty(property, "")));
    }
    String path =
        data.resolve(CLASSES) + File.pathSeparator + System.getProperty("java.class.path");
    command.addAll(List.of("-cp", path, Chaos.class.getName(), TAKEN_OUT));
    command.addAll(List.of("--without", word(), "--seed", Long.toString(seed)));
    command.addAll(List.of("--data", data.toString()));
    return command;
  }

  private byte[] without() throws IOException, HallException {
    try (InputStream in = Guard.class.getClassLoader().getResourceAsStream(type + ".class")) {
      if (in == null) {
        throw new HallException("there is no class " + type + " any more; name its follower");
      }
      byte[] before = in.readAllBytes();
      ClassFile format = ClassFile.of();
      byte[] after = format.transformClass(format.parse(before), passing());
      if (java.util.Arrays.equals(before, after)) {
        throw new HallException("%s has no %s any more".formatted(type, method));
      }
      return after;
    }
  }

  private ClassTransform passing() {
    if (calls) {
      return ClassTransform.transformingMethodBodies(this::isTrue);
    }
    return ClassTransform.transformingMethods(
        found -> found.methodName().equalsString(method),
        MethodTransform.transformingCode(nothing()));
  }

  /** Two arguments are taken off the stack and a yes is put there. */
  private void isTrue(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call && call.name().equalsString(method)) {
      code.pop2().iconst_1();
    } else {
      code.with(element);
    }
  }

  private static CodeTransform nothing() {
    return new CodeTransform() {
      @Override
      public void atStart(CodeBuilder code) {
        code.return_();
      }

      @Override
      public void accept(CodeBuilder code, CodeElement element) {} // the old code is left out
    };
  }
}
