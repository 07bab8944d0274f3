package org.openhall.office.desk;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.desk.account.AccountPages;
import org.openhall.office.desk.audit.AuditPage;
import org.openhall.office.desk.emergency.EmergencyWiring;
import org.openhall.office.desk.fleet.FleetWiring;
import org.openhall.office.desk.keys.HeldKeys;
import org.openhall.office.desk.keys.KeyPages;
import org.openhall.office.desk.people.PeoplePages;
import org.openhall.office.desk.preview.PreviewWiring;
import org.openhall.office.desk.records.RecordsWiring;
import org.openhall.office.desk.release.ReleaseWiring;
import org.openhall.office.desk.review.ReviewWiring;
import org.openhall.office.desk.settings.SettingsPages;
import org.openhall.office.desk.signin.SignInPages;
import org.openhall.office.desk.tokens.SourcePage;
import org.openhall.office.desk.tokens.TokenPages;
import org.openhall.office.desk.upload.UploadWiring;
import org.openhall.office.fleet.Fleet;
import org.openhall.office.keys.KeyRegister;
import org.openhall.office.keys.KeyRequests;
import org.openhall.office.people.Confirmation;
import org.openhall.office.people.OwnAccount;
import org.openhall.office.people.People;
import org.openhall.office.people.Sessions;
import org.openhall.office.people.SignIn;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.settings.OfficeProperties;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** The pages and what they need, over the parts that the server brings. */
@Configuration(proxyBeanMethods = false)
@Import({
  DeskFrame.class,
  HomePage.class,
  SignInPages.class,
  AccountPages.class,
  SettingsPages.class,
  KeyPages.class,
  FleetWiring.class,
  PeoplePages.class,
  AuditPage.class,
  RecordsWiring.class,
  ReviewWiring.class,
  UploadWiring.class,
  PreviewWiring.class,
  ReleaseWiring.class,
  EmergencyWiring.class,
  TokenPages.class,
  SourcePage.class,
  DeskWiring.Tidying.class
})
public class DeskWiring {
  /** Of the filters: its answers carry the headers of all, and no filter before it reads a body. */
  private static final int BEHIND_THE_HEADERS = 2;

  @Bean
  AuditLog auditLog(OfficeDatabase database, Clock clock) {
    return new AuditLog(database, clock);
  }

  @Bean
  People people(OfficeDatabase database, AuditLog log, Clock clock) {
    return new People(database, log, clock);
  }

  @Bean
  Sessions sessions(OfficeDatabase database, People people, Clock clock) {
    return new Sessions(database, people, clock);
  }

  @Bean
  SignIn signIn(OfficeDatabase database, Sessions sessions, AuditLog log, Clock clock) {
    return new SignIn(database, sessions, log, clock);
  }

  @Bean
  KeyRequests keyRequests(OfficeDatabase database, AuditLog log, Clock clock) {
    return new KeyRequests(database, log, clock);
  }

  @Bean
  HeldKeys heldKeys(RepositoryPublisher repository, OfficeDatabase database, Clock clock) {
    return new HeldKeys(repository, new KeyRegister(database), clock);
  }

  @Bean
  OwnAccount ownAccount(OfficeDatabase database, SignIn signIn, AuditLog log, Clock clock) {
    return new OwnAccount(database, signIn, log, clock);
  }

  @Bean
  Confirmation confirmation(OfficeDatabase database, AuditLog log) {
    return new Confirmation(database, log);
  }

  @Bean
  ClientAddress clientAddress(OfficeDatabase database) throws IOException {
    return ClientAddress.by(OfficeProperties.of(database.folder()));
  }

  @Bean
  Waiting waiting(
      Proposals proposals, Fleet fleet, People people, OfficeDatabase database, Clock clock) {
    return new Waiting(proposals, fleet, people, database, clock);
  }

  @Bean
  FilterRegistrationBean<DeskGate> deskGate(Sessions sessions) {
    FilterRegistrationBean<DeskGate> gate = new FilterRegistrationBean<>(new DeskGate(sessions));
    gate.addUrlPatterns("/desk", "/desk/*");
    return gate;
  }

  @Bean
  FilterRegistrationBean<FileGate> fileGate(Sessions sessions) {
    FilterRegistrationBean<FileGate> gate = new FilterRegistrationBean<>(new FileGate(sessions));
    gate.setOrder(BEHIND_THE_HEADERS);
    return gate;
  }

  @Bean
  MessageSource messageSource() throws IOException {
    return new DeskWords();
  }

  @Bean
  LocaleResolver localeResolver() {
    return new DeskLanguage();
  }

  @Bean
  RequestDataValueProcessor requestDataValueProcessor() {
    return new CsrfFields();
  }

  /** Sessions that nobody came back to. */
  static class Tidying {
    private final Sessions sessions;

    Tidying(Sessions sessions) {
      this.sessions = sessions;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void tidy() {
      sessions.tidy();
    }
  }
}
