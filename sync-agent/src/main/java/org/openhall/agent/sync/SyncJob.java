package org.openhall.agent.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.Refused;
import org.openhall.agent.sync.SyncOutcome.UpToDate;
import org.openhall.agent.text.Sentence;
import org.openhall.content.Limits;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.store.Built;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.WrongDigestException;
import org.openhall.link.status.Refusal.Rule;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.Sources;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.storage.Storage;

/**
 * Brings a terminal to the newest release of its office. Each step leaves the disk so that the
 * content before stays shown and the next run goes on, whenever this one ends. One thread at a
 * time.
 */
public final class SyncJob {

  private final Terminal terminal;
  private final SyncWatch watch;
  private final Trouble trouble;
  private final SnapshotDirectory content;
  private final SnapshotWorkshop workshop;
  private final Updater updater;
  private final Sources targets;
  private final Sources bulk;
  private final Sources repository;
  private final FileFetch files;
  private final FirstSteps first;
  private final PushIntake push;
  private final ManifestFetch manifest;
  private final SpoiledRelease spoiled;
  private Optional<SyncOutcome> passedOver = Optional.empty();
  private long bytes;

  /**
   * @param repository stands in the folder that holds {@code metadata/} and {@code targets/}
   * @param watch told how the run goes on
   */
  public SyncJob(Terminal terminal, Fetcher repository, Clock clock, SyncWatch watch) {
    this(terminal, repository, watch, new Machine(clock, Storage.durable()));
  }

  /**
   * The same with several places to ask.
   *
   * @param repository each stands in the folder that holds {@code metadata/} and {@code targets/}
   * @param bulk when packs and attachments may be fetched; a terminal that shows nothing yet
   *     fetches packs at any time
   */
  public SyncJob(Terminal terminal, Sources repository, Clock clock, SyncWatch watch, Bulk bulk) {
    this(terminal, repository, watch, bulk, new Machine(clock, Storage.durable()));
  }

  /** Clock, disk and what may lie on it, which tests replace. */
  record Machine(Clock clock, Storage storage, FileFetch.Caps caps) {
    Machine(Clock clock, Storage storage) {
      this(clock, storage, new FileFetch.Caps(Limits.FILE, Limits.FILES));
    }
  }

  SyncJob(Terminal terminal, Fetcher repository, SyncWatch watch, Machine machine) {
    this(terminal, Sources.only(repository), watch, Bulk.ANY_TIME, machine);
  }

  private SyncJob(
      Terminal terminal, Sources repository, SyncWatch watch, Bulk rule, Machine machine) {
    PushedFiles ahead = new PushedFiles();
    Sources metered =
        repository.each(place -> new MeteredFetcher(place, this::count)).each(ahead::before);
    this.repository = repository;
    this.terminal = terminal;
    this.watch = watch;
    this.trouble = new Trouble(terminal, machine.clock());
    this.content = terminal.content();
    this.workshop = new SnapshotWorkshop(terminal, watch, machine);
    this.targets = metered.in("targets");
    this.bulk = targets.each(rule::on);
    Turns turns = new Turns();
    this.first = new FirstSteps(terminal, metered, turns, machine);
    this.updater = first.updater();
    this.push = new PushIntake(terminal, repository.joined(), turns, machine, ahead);
    this.manifest = new ManifestFetch(terminal, updater, targets);
    this.spoiled = new SpoiledRelease(machine.clock());
    this.files =
        new FileFetch(
            terminal,
            file -> updater.download(file, bulk, terminal.data()),
            machine.caps(),
            machine.clock());
  }

  /** Runs once, from the office's metadata to the content shown. */
  public SyncOutcome run() {
    bytes = 0;
    passedOver = Optional.empty();
    try {
      workshop.mendCurrent();
      beginWithFirstSteps();
      watch.entered(SyncStep.MANIFEST);
      ReleaseManifest release = manifest.run();
      if (isShown(release)) {
        workshop.settle(release);
        return new UpToDate(release.release());
      }
      Optional<SyncOutcome> known = spoiled.known(release);
      if (known.isPresent()) {
        return known.get();
      }
      Made made = make(release);
      activate(made.local());
      tidy(made.local());
      return new Activated(release.release(), made.built().records());
    } catch (RepositoryException e) {
      return trouble.outcome(e);
    } catch (RefusedException e) {
      return new Refused(e.sentence(), e.breach());
    } catch (IOException e) {
      return trouble.outcome(e);
    }
  }

  /** Brings what the content shown names as attachments; comes after a good {@link #run}. */
  public FilesOutcome fetchFiles() {
    watch.entered(SyncStep.FILES);
    return files.run();
  }

  /** What is wrong with the emergency list; the release is taken all the same. */
  Optional<SyncOutcome> turnedDown() {
    return first.turnedDown();
  }

  /** What the last run did not take and did not need, as something else did. */
  Optional<SyncOutcome> passedOver() {
    return passedOver;
  }

  /** The places for which others make up. */
  List<Sources.Troubled> troubledPlaces() {
    return repository.troubled();
  }

  /** For another thread, which takes what the office pushes while runs go on. */
  public PushIntake push() {
    return push;
  }

  /** Whose content it brings up to date. */
  Terminal terminal() {
    return terminal;
  }

  /** Bytes that came over the line in the last run, attachments included. */
  public long bytes() {
    return bytes;
  }

  /** How long the places want to be left alone, 0 where one may be asked. */
  public Duration waitAsked() {
    return repository.waitAsked();
  }

  /** The release that is shown, 0 for none. */
  public long shown() {
    return content.current().map(CurrentContent::release).orElse(0L);
  }

  /** What is known of the release that is shown; empty where there is none, or nothing is known. */
  Optional<ReleaseManifest> shownRelease() {
    try {
      return workshop.activeManifest().filter(release -> release.release() == shown());
    } catch (IOException e) {
      return Optional.empty(); // a disk that cannot be read has trouble of its own, which is said
    }
  }

  /** When the emergency list that the screen goes by was signed; empty where there is none. */
  Optional<Instant> emergencyIssued() {
    return EmergencyFetch.issued(terminal);
  }

  private void beginWithFirstSteps() throws RepositoryException, IOException {
    watch.entered(SyncStep.REFRESH);
    first.run();
  }

  private boolean isShown(ReleaseManifest release) throws RefusedException {
    long shown = shown();
    if (release.release() < shown) {
      throw new RefusedException(
          Sentence.of("refused.release", release.release(), shown),
          Breach.of(ReleaseManifest.TARGET, Rule.RELEASE).met(release.release()));
    }
    return release.release() == shown;
  }

  /**
   * A snapshot that is not shown yet.
   *
   * @param local the release as made of packs that are on this disk
   */
  private record Made(ReleaseManifest local, Built built) {}

  /** By net deltas where they lead on from what is shown, else by full packs. */
  private Made make(ReleaseManifest release) throws RepositoryException, IOException {
    Optional<ReleaseManifest> continued = workshop.continued(release);
    if (continued.isPresent()) {
      Optional<Built> updated = update(release, continued.get());
      if (updated.isPresent()) {
        return new Made(continued.get(), updated.get());
      }
    }
    ReleaseManifest whole = LocalRelease.whole(release);
    fetchPacks(release, whole);
    try {
      return new Made(whole, workshop.build(whole));
    } catch (BrokenPackException | WrongDigestException e) {
      spoiled.note(release, trouble.outcome(e));
      throw e;
    }
  }

  /** Empty if a delta is not what it should be. */
  private Optional<Built> update(ReleaseManifest release, ReleaseManifest continued)
      throws RepositoryException, IOException {
    try {
      fetchPacks(release, continued);
      return Optional.of(workshop.update(continued));
    } catch (RepositoryException.Mismatch e) {
      passedOver = Optional.of(trouble.outcome(e));
    } catch (FetchException.NotFound | BrokenPackException | WrongDigestException e) {
      passedOver = Optional.of(trouble.outcome(e));
    }
    return Optional.empty();
  }

  /** Brings the packs that the office offers; others are on the disk already. */
  private void fetchPacks(ReleaseManifest release, ReleaseManifest wanted)
      throws RepositoryException, IOException {
    watch.entered(SyncStep.PACKS);
    Set<ReleaseManifest.Pack> offered = release.packs().collect(Collectors.toSet());
    Sources places = shown() == 0 ? targets : bulk;
    for (ReleaseManifest.Pack pack : wanted.packs().filter(offered::contains).toList()) {
      // The manifest that two people signed says what the pack must be; no other signature counts.
      updater.download(
          new TargetFile(pack.target(), pack.length(), pack.sha256()),
          places,
          terminal.repository());
    }
  }

  private void activate(ReleaseManifest release) throws IOException {
    watch.entered(SyncStep.ACTIVATE);
    workshop.activate(release);
  }

  private void tidy(ReleaseManifest release) throws IOException {
    watch.entered(SyncStep.TIDY);
    workshop.tidy(release);
  }

  private void count(int more) {
    bytes += more;
    watch.fetched(bytes);
  }
}
