package org.openhall.office.desk.records;

import java.time.Clock;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.proposal.ProposalReader;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.upload.DraftFiles;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of records, and what they need. */
@Configuration(proxyBeanMethods = false)
@Import({RecordsPages.class, EditPages.class, FilePages.class})
public class RecordsWiring {

  @Bean
  Proposals proposals(OfficeDatabase database, Clock clock) {
    return new Proposals(database, clock);
  }

  @Bean
  ProposalReader proposalReader(Proposals proposals) {
    return proposals.reader();
  }

  @Bean
  FormPage formPage(Proposals proposals, Catalog catalog, RecordCheck check, MessageSource words) {
    return new FormPage(proposals, catalog, check, words);
  }

  @Bean
  DraftFiles draftFiles(OfficeDatabase database, Clock clock) {
    return new DraftFiles(database, clock);
  }

  @Bean
  RecordCheck recordCheck(OfficeDatabase database, Clock clock) {
    return new RecordCheck(database, clock);
  }
}
