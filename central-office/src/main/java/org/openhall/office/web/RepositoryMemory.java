package org.openhall.office.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openhall.repository.metadata.TopRole;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the small files of the repository, which all terminals ask for within a minute, and
 * for those that are not there, without going through a web framework. Large files, ranges and
 * every other wish are left to {@link RepositoryFiles}.
 */
@Component
@Order(RepositoryMemory.BEHIND_THE_GATE)
class RepositoryMemory extends OncePerRequestFilter {
  static final int BEHIND_THE_GATE = 3;
  private static final String BELOW = "/repository/";
  private static final Pattern PATH = Pattern.compile("(metadata|targets)(/\\w[\\w.-]*)+");
  private static final List<String> OTHER_WISHES =
      List.of(
          HttpHeaders.RANGE,
          HttpHeaders.IF_RANGE,
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_UNMODIFIED_SINCE);

  private final SmallFiles files;

  RepositoryMemory(OfficeParts parts) {
    this.files = new SmallFiles(parts.repositoryDir());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> path = plainlyAsked(request);
    SmallFiles.Found found =
        path.isEmpty() ? new SmallFiles.TooLarge() : files.find(path.orElseThrow());
    switch (found) {
      case SmallFiles.Kept file -> answer(path.orElseThrow(), file, request, response);
      case SmallFiles.Absent _ -> answerAbsent(response);
      case SmallFiles.TooLarge _ -> chain.doFilter(request, response);
    }
  }

  /** Below the repository; empty where something else is asked for, or in another way. */
  private static Optional<String> plainlyAsked(HttpServletRequest request) {
    String path = request.getServletPath();
    boolean onlyByDate =
        request.getHeader(HttpHeaders.IF_MODIFIED_SINCE) != null
            && request.getHeader(HttpHeaders.IF_NONE_MATCH) == null;
    if (!path.startsWith(BELOW)
        || !request.getMethod().equals("GET")
        || onlyByDate
        || OTHER_WISHES.stream().anyMatch(wish -> request.getHeader(wish) != null)) {
      return Optional.empty();
    }
    String below = path.substring(BELOW.length());
    return PATH.matcher(below).matches() ? Optional.of(below) : Optional.empty();
  }

  private static void answer(
      String path, SmallFiles.Kept file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.ETAG, file.tag());
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, Objects.requireNonNull(caching(path).getHeaderValue()));
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && (known.contains(file.tag()) || known.strip().equals("*"))) {
      response.setStatus(HttpStatus.NOT_MODIFIED.value());
      return;
    }
    response.setContentType(
        path.endsWith(".json")
            ? MediaType.APPLICATION_JSON_VALUE
            : MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setContentLength(file.length());
    file.writeTo(response.getOutputStream());
  }

  private static CacheControl caching(String path) {
    boolean changes = path.equals("metadata/" + TopRole.TIMESTAMP.fileName());
    return changes ? RepositoryFiles.ASKED_EACH_TIME : RepositoryFiles.FOR_EVER;
  }

  /** As usual as an answer can be: each look asks for a next root. */
  private static void answerAbsent(HttpServletResponse response) throws IOException {
    byte[] words = "Not in the repository\n".getBytes(StandardCharsets.US_ASCII);
    response.setStatus(HttpStatus.NOT_FOUND.value());
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.setContentLength(words.length);
    response.getOutputStream().write(words);
  }
}
