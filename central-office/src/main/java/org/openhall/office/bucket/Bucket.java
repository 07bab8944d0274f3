package org.openhall.office.bucket;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openhall.office.text.Trouble;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects below one prefix of a bucket. Nobody is asked before the first call. */
final class Bucket {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Without a byte; a long upload that goes on may last. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private static final String BYTES = "application/octet-stream";
  private static final String CHANGES = "metadata/timestamp.json";
  private static final String ASKED_EACH_TIME = "no-cache";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final BucketPlace place;
  private final Uploading uploading;
  private @Nullable S3Client opened;

  /**
   * @param uploading is told what is sent
   */
  Bucket(BucketPlace place, Uploading uploading) {
    this.place = place;
    this.uploading = uploading;
  }

  /**
   * An object.
   *
   * @param length bytes
   * @param tag the store's entity tag, without quotes: another one for another content
   */
  record Entry(long length, String tag) {}

  private synchronized S3Client client() throws IOException {
    S3Client client = opened;
    if (client == null) {
      client = open(place);
      opened = client;
    }
    return client;
  }

  /** Paths instead of host names, and no checksums that only Amazon knows, where it is another. */
  private static S3Client open(BucketPlace place) throws IOException {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(place.region()))
            .credentialsProvider(BucketKey.read(place.keyFile()))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(SILENCE)
                    .build());
    place.endpoint().ifPresent(at -> builder.endpointOverride(at).forcePathStyle(true));
    return builder.build();
  }

  /** Everything, by name. */
  Map<String, Entry> list() throws IOException {
    ListObjectsV2Request all =
        ListObjectsV2Request.builder().bucket(place.bucket()).prefix(place.prefix()).build();
    S3Client client = client();
    return asking(() -> {
      Map<String, Entry> entries = new TreeMap<>();
      for (S3Object object : client.listObjectsV2Paginator(all).contents()) {
        entries.put(
            object.key().substring(place.prefix().length()),
            new Entry(object.size(), plain(object.eTag())));
      }
      return entries;
    });
  }

  /** The tag of an object; empty where there is none. */
  Optional<String> tag(String name) throws IOException {
    S3Client client = client();
    return asking(() -> {
      try {
        return Optional.of(
            plain(client.headObject(ask -> ask.bucket(place.bucket()).key(key(name))).eTag()));
      } catch (S3Exception e) {
        if (e.statusCode() == HttpStatusCode.NOT_FOUND && !(e instanceof NoSuchBucketException)) {
          return Optional.empty();
        }
        throw e;
      }
    });
  }

  /** A store may know no tag yet of what is being written: such a one is equal to none. */
  private static String plain(@Nullable String tag) {
    return tag == null ? "" : tag.replace("\"", "");
  }

  /** In the place of whatever is there; returns its tag. */
  String put(String name, Path file) throws IOException {
    S3Client client = client();
    RequestBody body = body(file);
    return asking(() -> plain(client.putObject(object(name).build(), body).eTag()));
  }

  /**
   * In the place of nothing but what is known; at a store that knows no conditions, of whatever is
   * there.
   *
   * @param known its tag; empty for none there
   * @return the tag from then on; empty where something else is there, and stays
   */
  Optional<String> replace(String name, Optional<String> known, Path file) throws IOException {
    PutObjectRequest.Builder object = object(name);
    known.ifPresentOrElse(tag -> object.ifMatch('"' + tag + '"'), () -> object.ifNoneMatch("*"));
    S3Client client = client();
    RequestBody body = body(file);
    Attempt attempt = asking(() -> attempt(client, object.build(), body));
    return switch (attempt) {
      case Attempt.Written(String tag) -> Optional.of(tag);
      case Attempt.Overtaken() -> Optional.empty();
      case Attempt.Unconditional() -> Optional.of(put(name, file));
    };
  }

  /** What came of a conditional request. */
  private sealed interface Attempt {
    record Written(String tag) implements Attempt {}

    record Overtaken() implements Attempt {}

    /** The store knows no such condition. */
    record Unconditional() implements Attempt {}
  }

  private static Attempt attempt(S3Client client, PutObjectRequest object, RequestBody body) {
    try {
      return new Attempt.Written(plain(client.putObject(object, body).eTag()));
    } catch (NoSuchKeyException e) {
      return new Attempt.Overtaken();
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        case HttpURLConnection.HTTP_PRECON_FAILED, HttpURLConnection.HTTP_CONFLICT ->
            new Attempt.Overtaken();
        case HttpURLConnection.HTTP_NOT_IMPLEMENTED -> new Attempt.Unconditional();
        default -> throw e;
      };
    }
  }

  private RequestBody body(Path file) throws IOException {
    return RequestBody.fromContentProvider(() -> uploading.open(file), Files.size(file), BYTES);
  }

  private PutObjectRequest.Builder object(String name) {
    return PutObjectRequest.builder()
        .bucket(place.bucket())
        .key(key(name))
        .contentType(name.endsWith(".json") ? "application/json" : BYTES)
        .cacheControl(name.equals(CHANGES) ? ASKED_EACH_TIME : FOR_EVER);
  }

  /** Into a file that is not there yet. */
  void get(String name, Path file) throws IOException {
    S3Client client = client();
    asking(() -> client.getObject(ask -> ask.bucket(place.bucket()).key(key(name)), file));
  }

  void delete(String name) throws IOException {
    S3Client client = client();
    asking(() -> client.deleteObject(ask -> ask.bucket(place.bucket()).key(key(name))));
  }

  private String key(String name) {
    return place.prefix() + name;
  }

  private interface Question<T> {
    T ask();
  }

  private <T> T asking(Question<T> question) throws BucketException {
    try {
      return question.ask();
    } catch (NoSuchBucketException e) {
      throw new BucketException(Trouble.of("trouble.bucket-missing", place.name()), e);
    } catch (S3Exception e) {
      throw new BucketException(refusal(e), e);
    } catch (SdkException e) {
      throw new BucketException(
          Trouble.of("trouble.bucket-unreachable", place.name(), root(e).toString()), e);
    }
  }

  private Trouble refusal(S3Exception e) {
    String code =
        e.awsErrorDetails() == null
            ? Integer.toString(e.statusCode())
            : e.statusCode() + " " + e.awsErrorDetails().errorCode();
    return switch (e.statusCode()) {
      case HttpStatusCode.UNAUTHORIZED, HttpStatusCode.FORBIDDEN ->
          Trouble.of("trouble.bucket-key", place.name(), code, place.keyFile());
      case HttpStatusCode.NOT_FOUND -> Trouble.of("trouble.bucket-missing", place.name());
      default -> Trouble.of("trouble.bucket-refused", place.name(), code);
    };
  }

  private static Throwable root(Throwable trouble) {
    Throwable cause = trouble;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
