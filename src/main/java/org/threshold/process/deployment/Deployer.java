package org.threshold.process.deployment;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.process.model.Mistake;
import org.threshold.process.model.Mistakes;
import org.threshold.process.model.ModelChecker;
import org.threshold.process.model.ModelFile;
import org.threshold.process.model.ModelFolder;
import org.threshold.process.model.ModelSet;

/** Deploys one process folder at a time, and only when there is something new and nothing wrong. */
@Component
public class Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    private final RepositoryService repository;
    private final DeploymentStore store;
    private final ModelChecker checker;
    private final CurrentOfficer officer;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Deployer(RepositoryService repository, DeploymentStore store, ModelChecker checker, CurrentOfficer officer,
             AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.store = store;
        this.checker = checker;
        this.officer = officer;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of a folder. */
    public enum Outcome { DEPLOYED, UNCHANGED, KEPT_OTHER_SOURCE }

    /**
     * Deploys the folder if it differs from the last deployment from files, unless a newer one from another source is
     * live: that one stays.
     *
     * @throws Mistakes when the folder cannot be deployed as it is; what was live stays live
     */
    public Outcome deployFromFiles(ModelFolder folder, ModelSet all) {
        Outcome outcome = deployChecked(folder, all, DeployedFolder.FILES, true);
        if (outcome == Outcome.KEPT_OTHER_SOURCE) {
            LOG.warn("Process {}: the files differ from what is live, but a change by {} is newer; it stays live",
                    folder.key(), store.latest(folder.key()).map(DeployedFolder::source).orElse("somebody"));
        } else if (outcome == Outcome.UNCHANGED && store.latest(folder.key()).filter(d -> !d.fromFiles()).isPresent()) {
            LOG.info("Process {}: a change by {} is live; the files have not changed since", folder.key(),
                    store.latest(folder.key()).orElseThrow().source());
        }
        return outcome;
    }

    /**
     * Deploys a designer's own change, whatever the files say.
     *
     * @param designer username
     * @throws Mistakes when the folder cannot be deployed as it is
     */
    public Outcome deployFromDesigner(ModelFolder folder, ModelSet all, String designer) {
        return deployChecked(folder, all, "designer:" + designer, false);
    }

    private Outcome deployChecked(ModelFolder folder, ModelSet all, String source, boolean onlyWhatChanged) {
        try {
            return transaction.execute(status -> {
                store.lock();
                Optional<Outcome> settled = onlyWhatChanged ? settled(folder) : Optional.empty();
                return settled.orElseGet(() -> deploy(folder, all, source));
            });
        } catch (ParseException e) {
            throw new Mistakes(mistakes(e, folder));
        } catch (ProcessEngineException e) {
            throw new Mistakes(List.of(new Mistake("bpmn/" + folder.key(), "",
                    "the engine cannot take this over: " + e.getMessage())));
        }
    }

    private Optional<Outcome> settled(ModelFolder folder) {
        Optional<DeployedFolder> fromFiles = store.latestFromFiles(folder.key());
        if (fromFiles.filter(last -> last.hash().equals(folder.hash())).isPresent()) {
            return Optional.of(Outcome.UNCHANGED);
        }
        boolean othersLive = store.latest(folder.key()).filter(live -> !live.fromFiles()).isPresent();
        return othersLive ? Optional.of(Outcome.KEPT_OTHER_SOURCE) : Optional.empty();
    }

    private Outcome deploy(ModelFolder folder, ModelSet all, String source) {
        List<Mistake> mistakes = checker.check(folder, all);
        if (!mistakes.isEmpty()) {
            throw new Mistakes(mistakes);
        }
        DeploymentBuilder deployment = repository.createDeployment().name(folder.key()).source(source);
        for (ModelFile file : folder.files()) {
            deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content()));
        }
        String id = deployment.deploy().getId();
        store.add(new DeployedFolder(id, folder.key(), source, folder.hash(), clock.instant(),
                officer.get().username()));
        store.accept(folder.key());
        audit.record(new AuditEntry(null, "process.deployed", folder.key(),
                Map.of("deployment", id, "source", source, "hash", folder.hash()), null, null));
        LOG.info("Process {}: a new version is live, from {}", folder.key(), source);
        return Outcome.DEPLOYED;
    }

    /** Keeps the refusal for the designers' page, and says it in the log. */
    void refuse(String key, Mistakes mistakes) {
        List<String> sentences = mistakes.all().stream().map(Mistake::sentence).toList();
        sentences.forEach(sentence -> LOG.error("Process {} was not deployed. {}", key, sentence));
        transaction.executeWithoutResult(status -> store.refuse(new Refusal(key, clock.instant(), sentences)));
    }

    /** The designer took the mistake back without changing anything else. */
    void forgetRefusal(String key) {
        transaction.executeWithoutResult(status -> store.accept(key));
    }

    boolean isLive(String key) {
        return store.latest(key).isPresent();
    }

    private static List<Mistake> mistakes(ParseException refused, ModelFolder folder) {
        List<Mistake> mistakes = new ArrayList<>();
        refused.getResorceReports().forEach(report -> report.getErrors().forEach(problem ->
                mistakes.add(new Mistake(report.getResourceName(),
                        problem.getMainElementId() == null ? "line " + problem.getLine() : problem.getMainElementId(),
                        problem.getMessage()))));
        if (mistakes.isEmpty()) {
            mistakes.add(new Mistake("bpmn/" + folder.key(), "", refused.getMessage()));
        }
        return mistakes;
    }
}
