package org.openhall.office.bucket;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.office.text.Trouble;
import org.openhall.repository.storage.OvertakenException;
import org.openhall.repository.storage.Storage;
import org.openhall.repository.storage.Transfer;

/**
 * A repository's folder as this machine's copy of a bucket. What is written goes into the bucket
 * and then into the folder, in the order in which it is written: files, metadata, the timestamp
 * last. So a reader of the bucket sees all of a publication or nothing, and a machine that dies in
 * between finds the folder behind the bucket, never ahead of it; before the next work it catches
 * up, and what nobody was shown is done again. Of two machines that publish at once the store
 * itself tells the slower one: metadata is written where nothing was, the timestamp over the one
 * that this machine has seen.
 */
public final class BucketStorage implements Storage {
  private static final String TIMESTAMP = "metadata/timestamp.json";
  private static final String FIRST_ROOT = "metadata/1.root.json";
  private static final String TARGETS = "targets/";

  private final Storage disk = Storage.durable();
  private final Path folder;
  private final BucketPlace place;
  private final Uploading uploading;
  private final Bucket bucket;
  private Optional<String> seen = Optional.empty();
  private boolean hasSeen;

  /**
   * @param folder the repository's folder; nobody is asked yet
   * @param listener hears how far an upload is, on the thread that uploads
   */
  public BucketStorage(Path folder, BucketPlace place, Consumer<Transfer> listener) {
    this.folder = folder;
    this.place = place;
    this.uploading = new Uploading(listener);
    this.bucket = new Bucket(place, uploading);
  }

  @Override
  public Sending sending(int files, long bytes) {
    return uploading.begin(files, bytes);
  }

  @Override
  public Optional<Transfer> transfer() {
    return uploading.now();
  }

  @Override
  public OutputStream append(Path file) throws IOException {
    return disk.append(file);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    put(name(to), from);
    disk.move(from, to);
  }

  /** A target's name holds its hash: whoever writes it writes the same. */
  private void put(String name, Path file) throws IOException {
    if (name.startsWith(TARGETS)) {
      bucket.put(name, file);
    } else {
      putAlone(name, file);
    }
    uploading.arrived(Files.size(file));
  }

  private synchronized void putAlone(String name, Path file) throws IOException {
    Optional<String> known = name.equals(TIMESTAMP) ? seen : Optional.empty();
    Optional<String> tag = bucket.replace(name, known, file);
    if (tag.isEmpty() && !holds(name, file)) {
      throw new OvertakenException(place.name() + name);
    }
    if (name.equals(TIMESTAMP)) {
      seen = tag.isPresent() ? tag : bucket.tag(name);
    }
  }

  @Override
  public void delete(Path file) throws IOException {
    bucket.delete(name(file));
    disk.delete(file);
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /** Asks for the tag of one object, which changes with every publication. */
  @Override
  public synchronized boolean isBehind() throws IOException {
    return !bucket.tag(TIMESTAMP).equals(seen) || !hasSeen;
  }

  /** A bucket that holds no repository yet gets what the folder holds. */
  @Override
  public synchronized void catchUp() throws IOException {
    seen = level();
    hasSeen = true;
  }

  /** The tag of the timestamp with which the folder is level then. */
  private Optional<String> level() throws IOException {
    Map<String, Bucket.Entry> there = bucket.list();
    Map<String, Path> here = filesHere();
    if (!there.containsKey(FIRST_ROOT)) {
      seen = Optional.ofNullable(there.get(TIMESTAMP)).map(Bucket.Entry::tag);
      fill(here);
      return seen;
    }
    requireSameOffice(here);
    for (Map.Entry<String, Bucket.Entry> file : inOrder(there)) {
      if (differs(file.getKey(), file.getValue(), here.get(file.getKey()))) {
        fetch(file.getKey());
      }
    }
    for (Map.Entry<String, Path> file : here.entrySet()) {
      if (!there.containsKey(file.getKey())) {
        disk.delete(file.getValue());
      }
    }
    return Optional.ofNullable(there.get(TIMESTAMP)).map(Bucket.Entry::tag);
  }

  /** The root last: without one a bucket counts as empty, and is filled again. */
  private void fill(Map<String, Path> here) throws IOException {
    long bytes = 0;
    for (Path file : here.values()) {
      bytes += Files.size(file);
    }
    try (Sending _ = sending(here.size(), bytes)) {
      for (Map.Entry<String, Path> file : inOrder(here)) {
        if (!file.getKey().equals(FIRST_ROOT)) {
          put(file.getKey(), file.getValue());
        }
      }
      Path root = here.get(FIRST_ROOT);
      if (root != null) {
        put(FIRST_ROOT, root);
      }
    }
  }

  private Map<String, Path> filesHere() throws IOException {
    Map<String, Path> here = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> !file.getFileName().toString().startsWith(".")) // on its way
            .forEach(file -> here.put(name(file), file));
      }
    }
    return here;
  }

  /** Files before what stands for them, the timestamp last. */
  private static <T> List<Map.Entry<String, T>> inOrder(Map<String, T> files) {
    List<Map.Entry<String, T>> ordered = new ArrayList<>(files.entrySet());
    ordered.sort(
        Comparator.comparing((Map.Entry<String, T> file) -> file.getKey().equals(TIMESTAMP))
            .thenComparing(file -> !file.getKey().startsWith(TARGETS)));
    return ordered;
  }

  /** Before the copy of one office is made that of another. */
  private void requireSameOffice(Map<String, Path> here) throws IOException {
    Path own = here.get(FIRST_ROOT);
    if (own != null && !holds(FIRST_ROOT, own)) {
      throw new BucketException(Trouble.of("trouble.bucket-other-office", place.name()));
    }
  }

  /** Whether what is there is the same. */
  private boolean holds(String name, Path file) throws IOException {
    Path temporary = Storage.temporaryFor(folder.resolve("other"));
    Files.deleteIfExists(temporary);
    bucket.get(name, temporary);
    boolean isSame = Files.mismatch(file, temporary) < 0;
    Files.delete(temporary);
    return isSame;
  }

  /** A target's name holds its hash; of metadata the name alone says too little after a crash. */
  private static boolean differs(String name, Bucket.Entry there, @Nullable Path here)
      throws IOException {
    if (here == null || Files.size(here) != there.length()) {
      return true;
    }
    return !name.startsWith(TARGETS) && !Tags.isOf(there.tag(), here);
  }

  private void fetch(String name) throws IOException {
    Path file = folder.resolve(name);
    Path temporary = Storage.temporaryFor(file);
    Files.createDirectories(temporary.getParent());
    Files.deleteIfExists(temporary);
    bucket.get(name, temporary);
    disk.append(temporary).close(); // which forces it to the disk
    disk.move(temporary, file);
  }
}
