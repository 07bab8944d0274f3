package org.openhall.repository.publisher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openhall.repository.metadata.DelegatedRole;
import org.openhall.repository.metadata.Delegations;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.MetadataWriter;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Root;
import org.openhall.repository.metadata.Signed;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.OvertakenException;
import org.openhall.repository.storage.Storage;
import org.openhall.repository.storage.Transfer;

/**
 * Publishes files and what people signed about them into a folder that any static web server can
 * serve: {@code metadata/} and {@code targets/}. Everything new has a name of its own; {@code
 * metadata/timestamp.json} is replaced last, so a reader sees all of it or nothing. It holds the
 * keys of timestamp and snapshot only. One publisher works at a time, also across processes;
 * machines that share nothing but the place of the files overtake each other there, never undo.
 */
public final class RepositoryPublisher {
  private static final int MOST_TRIES = 5;

  /** Snapshot and timestamp. */
  private static final int ONLINE = 2;

  private final Workplace workplace;
  private final TargetStore targetStore;
  private final Storage storage;
  private final Clock clock;

  /**
   * @param repositoryDir what is served; made when absent
   * @param keysDir the keys of timestamp and snapshot; readable by the owner only
   */
  public RepositoryPublisher(Path repositoryDir, Path keysDir, Clock clock) {
    this(repositoryDir, keysDir, clock, Storage.durable());
  }

  /**
   * @param repositoryDir what is served; made when absent
   * @param keysDir the keys of timestamp and snapshot; readable by the owner only
   * @param storage where all that is in the folder is written
   */
  public RepositoryPublisher(Path repositoryDir, Path keysDir, Clock clock, Storage storage) {
    this.workplace = new Workplace(repositoryDir, keysDir, clock, storage);
    this.targetStore = new TargetStore(repositoryDir.resolve("targets"), storage);
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * Takes over what was published elsewhere into the same repository, where it is kept in a place
   * that several machines share. However long that place takes to answer, it holds up none but who
   * publishes.
   *
   * @return whether something was
   */
  public boolean follow() throws IOException {
    if (!storage.isBehind()) {
      return false;
    }
    workplace.lock().close(); // which caught up
    return true;
  }

  /** Changes of who may sign. */
  public KeyCeremony keys() {
    return new KeyCeremony(workplace, clock);
  }

  /** Whether there is a root: without one nothing can be published. */
  public boolean isInitialised() throws IOException {
    return workplace.metadata.highestVersion(TopRole.ROOT.roleName()) > 0;
  }

  /** The newest root, as clients must get it for their first trust. */
  public byte[] root() throws IOException {
    return workplace.metadata.rootFile();
  }

  /** How keys and signatures stand; also while somebody publishes. */
  public Standing standing() throws IOException, RepositoryException {
    Root root = workplace.root();
    Targets targets = workplace.targets();
    Map<String, Instant> expires = new HashMap<>();
    expires.put(TopRole.ROOT.roleName(), root.expires());
    expires.put(TopRole.TARGETS.roleName(), targets.expires());
    Stream.concat(workplace.snapshot().stream(), workplace.timestamp().stream())
        .map(Signed::body)
        .forEach(online -> expires.put(online.role().roleName(), online.expires()));
    Set<String> unsigned = new HashSet<>();
    for (DelegatedRole role : targets.delegations().roles()) {
      Optional<byte[]> published = workplace.published(role.name());
      if (published.isPresent()) {
        expires.put(
            role.name(), MetadataReader.targets(role.name(), published.get()).body().expires());
        if (verified(role.name(), published.get()).isEmpty()) {
          unsigned.add(role.name());
        }
      }
    }
    return new Standing(root, targets.delegations(), expires, unsigned);
  }

  /**
   * What a delegated role says next, signed. Nothing is written: see {@link #publish}.
   *
   * @param files all that the role stands for from then on
   */
  public synchronized byte[] sign(String role, List<TargetFile> files, SigningKey key)
      throws IOException {
    Map<String, TargetFile> byName = new HashMap<>();
    files.forEach(file -> byName.put(file.name(), file));
    long version = workplace.metadata.highestVersion(role) + 1;
    Targets body = new Targets(version, workplace.lifetimes.offline(), byName);
    return MetadataWriter.write(body, List.of(key));
  }

  /** What a role says, where a present key of that role signed it. */
  public Optional<Targets> verified(String role, byte[] statement)
      throws IOException, RepositoryException {
    try {
      Signed<Targets> signed = MetadataReader.targets(role, statement);
      signed.verify(workplace.targets().delegations().authority(role));
      return Optional.of(signed.body());
    } catch (RepositoryException.NotEnoughSignatures e) {
      return Optional.empty();
    }
  }

  /** The same of bytes that somebody sent: empty also where they are no targets metadata. */
  public Optional<Targets> read(String role, byte[] sent) throws IOException, RepositoryException {
    try {
      MetadataReader.targets(role, sent);
    } catch (RepositoryException.Malformed e) {
      return Optional.empty();
    }
    return verified(role, sent);
  }

  /** The version that the next word of a role has. */
  public long nextVersion(String role) throws IOException {
    return workplace.metadata.highestVersion(role) + 1;
  }

  /** What a role said last, as published, where a present key of that role signed it. */
  public Optional<Targets> published(String role) throws IOException, RepositoryException {
    Optional<byte[]> file = workplace.published(role);
    return file.isPresent() ? verified(role, file.get()) : Optional.empty();
  }

  /**
   * What a role said last, as published, whoever signed it: a key may have been exchanged since.
   * For what must not be forgotten; nothing is to be shown on its word.
   */
  public Optional<Targets> lastWord(String role) throws IOException, RepositoryException {
    Optional<byte[]> file = workplace.published(role);
    return file.isPresent()
        ? Optional.of(MetadataReader.targets(role, file.get()).body())
        : Optional.empty();
  }

  /** Where a file lies that was published. */
  public Path file(TargetFile target) {
    return targetStore.file(target);
  }

  /** Deletes a published file that nobody stands for any more. */
  public void delete(Path file) throws IOException {
    storage.delete(file);
  }

  /** To whom the targets role leaves names now. */
  public Delegations delegations() throws IOException, RepositoryException {
    return workplace.targets().delegations();
  }

  /**
   * Publishes these files, copied in, with what roles say; a role that is not named keeps its last
   * word. Who is overtaken begins again: upon a timestamp that was only renewed it is as good.
   *
   * @param files source file by target name, such as {@code packs/….pack}
   * @param statements by role, each from {@link #sign}
   * @throws RepositoryException when the repository's root is expired, or a statement is signed by
   *     nobody whom the targets role names
   * @throws OvertakenException where others publish again and again
   */
  public synchronized void publish(Map<String, Path> files, Map<String, byte[]> statements)
      throws IOException, RepositoryException {
    for (int tries = 1; !isPublished(files, statements); tries++) {
      if (tries == MOST_TRIES) {
        throw new OvertakenException(TopRole.TIMESTAMP.fileName());
      }
    }
  }

  /** Whether it is out: nothing is where others were quicker. */
  private boolean isPublished(Map<String, Path> files, Map<String, byte[]> statements)
      throws IOException, RepositoryException {
    try (Workplace.Held _ = workplace.lock()) {
      requireLivingRoot();
      Delegations delegations = delegations();
      for (Map.Entry<String, byte[]> said : statements.entrySet()) {
        MetadataReader.targets(said.getKey(), said.getValue())
            .verify(delegations.authority(said.getKey()));
      }
      lay(lacking(files), statements);
      return true;
    } catch (OvertakenException e) {
      return false;
    }
  }

  private Map<String, Path> lacking(Map<String, Path> files) throws IOException {
    Map<String, Path> lacking = new HashMap<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (!MetadataReader.isTargetName(file.getKey())) {
        throw new IllegalArgumentException("not a target name: " + file.getKey());
      }
      if (targetStore.lacks(file.getKey(), file.getValue())) {
        lacking.put(file.getKey(), file.getValue());
      }
    }
    return lacking;
  }

  private void lay(Map<String, Path> files, Map<String, byte[]> statements)
      throws IOException, RepositoryException {
    long bytes = statements.values().stream().mapToLong(said -> said.length).sum();
    for (Path file : files.values()) {
      bytes += Files.size(file);
    }
    try (Storage.Sending _ = storage.sending(files.size() + statements.size() + ONLINE, bytes)) {
      for (Map.Entry<String, Path> file : files.entrySet()) {
        targetStore.add(file.getKey(), file.getValue());
      }
      Map<String, MetaFile> changed = new HashMap<>();
      for (Map.Entry<String, byte[]> said : statements.entrySet()) {
        changed.put(said.getKey() + ".json", write(said.getKey(), said.getValue()));
      }
      workplace.show(changed);
    }
  }

  /** How far a publication is on its way, where it goes to a place that takes its time. */
  public Optional<Transfer> transfer() {
    return storage.transfer();
  }

  /**
   * Signs a new timestamp over the same release, unless somebody else does at that moment, and a
   * new snapshot when half of the snapshot's life is over, so that neither expires while the office
   * runs. Does nothing before the first publication.
   */
  public synchronized void renewTimestamp() throws IOException, RepositoryException {
    if (!isInitialised()) {
      return;
    }
    try (Workplace.Held _ = workplace.lock()) {
      workplace.renew();
    } catch (OvertakenException e) {
      follow(); // whoever was quicker signed a fresh one
    }
  }

  /** The same bytes again are those of a publication that was interrupted. */
  private MetaFile write(String role, byte[] file) throws IOException, RepositoryException {
    long version = MetadataReader.targets(role, file).body().version();
    long highest = workplace.metadata.highestVersion(role);
    boolean again =
        version == highest && Arrays.equals(workplace.metadata.read(role, highest), file);
    if (version <= highest && !again) {
      throw new RepositoryException.Older(role, version, highest);
    }
    workplace.metadata.write(role, version, file);
    return MetaFile.of(version, file);
  }

  /** Nothing that is signed under an expired root would be taken by any client. */
  private void requireLivingRoot() throws IOException, RepositoryException {
    Root root = workplace.root();
    if (!root.expires().isAfter(clock.instant())) {
      throw new RepositoryException.Expired("root", root.expires(), clock.instant());
    }
  }
}
