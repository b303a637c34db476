package org.threshold.process.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CaseAccess;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Role;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;

/**
 * What Threshold could not do by itself: what it still tries again, and what waits for someone. What failed on a case that is
 * hidden from whoever asks is neither shown nor counted; the people named on that case see it.
 */
@Service
@Transactional
public class Incidents {

    /** More are a fault of the whole service, which nobody mends one by one on a page. */
    static final int MOST_SHOWN = 200;
    /** One at once, and the seven of the ladder of tries. */
    private static final int FRESH_TRIES = 8;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Permissions permissions;
    private final CurrentOfficer officer;
    private final CaseAccess access;
    private final AuditTrail audit;
    private final Clock clock;

    Incidents(ManagementService management, RuntimeService runtime, RepositoryService repository,
              Permissions permissions, CurrentOfficer officer, CaseAccess access, AuditTrail audit, Clock clock) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
        this.permissions = permissions;
        this.officer = officer;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What waits for someone first, then what is tried again; the longest wait first. */
    @Needs(Permission.VIEW_INCIDENTS)
    public List<Fault> all() {
        List<Job> jobs = management.createJobQuery().withException().orderByJobDuedate().asc().listPage(0, MOST_SHOWN);
        if (jobs.isEmpty()) {
            return List.of();
        }
        Map<String, String> cases = cases(jobs);
        Map<String, Instant> stuckSince = stuckSince();
        return jobs.stream().filter(job -> seen(job, cases)).map(job -> fault(job, cases, stuckSince))
                .sorted(Comparator.comparing(Fault::triesLeft).thenComparing(Fault::since)).toList();
    }

    /** Of more than are shown, all there are: a fault of the whole service says nothing of one case. */
    @Needs(Permission.VIEW_INCIDENTS)
    public long count() {
        long all = management.createJobQuery().withException().count();
        if (all > MOST_SHOWN) {
            return all;
        }
        List<Job> jobs = management.createJobQuery().withException().listPage(0, MOST_SHOWN);
        Map<String, String> cases = cases(jobs);
        return jobs.stream().filter(job -> seen(job, cases)).count();
    }

    private boolean seen(Job job, Map<String, String> cases) {
        String reference = cases.get(job.getProcessInstanceId());
        return reference == null || access.sees(new CaseReference(reference));
    }

    @Needs(Permission.VIEW_INCIDENTS)
    public boolean mayRetry() {
        return permissions.allows(officer.get(), Permission.RETRY_INCIDENTS);
    }

    @Needs(Permission.VIEW_INCIDENTS)
    public boolean maySeeDetails() {
        return officer.get().has(Role.ADMINISTRATOR);
    }

    /** The engine's stack trace, for administrators; empty when the job is gone meanwhile. */
    @Needs(Permission.VIEW_INCIDENTS)
    public Optional<String> details(String jobId) {
        if (!maySeeDetails()) {
            throw new org.threshold.access.NotPermitted("You cannot see technical details. Only administrators can.");
        }
        return job(jobId).map(job -> management.getJobExceptionStacktrace(job.getId()));
    }

    /**
     * Gives the job all its tries back and makes it due at once.
     *
     * @return false when it has worked, or gone with its case, meanwhile
     */
    @Needs(Permission.RETRY_INCIDENTS)
    public boolean retry(String jobId) {
        Optional<Job> found = job(jobId);
        found.ifPresent(job -> {
            management.setJobRetries(job.getId(), FRESH_TRIES);
            management.setJobDuedate(job.getId(), Date.from(clock.instant()));
            audit.record(AuditEntry.of(cases(List.of(job)).get(job.getProcessInstanceId()), "incident.retried",
                    job.getId()));
        });
        return found.isPresent();
    }

    private Optional<Job> job(String jobId) {
        return Optional.ofNullable(management.createJobQuery().jobId(jobId).withException().singleResult())
                .filter(job -> seen(job, cases(List.of(job))));
    }

    private Map<String, String> cases(List<Job> jobs) {
        Set<String> instances = jobs.stream().map(Job::getProcessInstanceId).filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).listPage(0, MOST_SHOWN).stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private Map<String, Instant> stuckSince() {
        return runtime.createIncidentQuery().incidentType(Incident.FAILED_JOB_HANDLER_TYPE).listPage(0, MOST_SHOWN)
                .stream().collect(Collectors.toMap(Incident::getConfiguration,
                        incident -> incident.getIncidentTimestamp().toInstant(), (first, second) -> first));
    }

    private Fault fault(Job job, Map<String, String> cases, Map<String, Instant> stuckSince) {
        FlowElement element = element(job);
        boolean stuck = job.getRetries() == 0;
        Instant due = job.getDuedate() == null ? null : job.getDuedate().toInstant();
        Instant since = stuckSince.getOrDefault(job.getId(), job.getCreateTime().toInstant());
        return new Fault(job.getId(), cases.get(job.getProcessInstanceId()), job.getProcessDefinitionKey(),
                name(element, job), FaultWords.say(kind(element), job.getExceptionMessage()), since,
                stuck ? null : due, job.getRetries(), job.getExceptionMessage());
    }

    private FlowElement element(Job job) {
        if (job.getProcessDefinitionId() == null || job.getFailedActivityId() == null) {
            return null;
        }
        BpmnModelInstance model = repository.getBpmnModelInstance(job.getProcessDefinitionId());
        return model.getModelElementById(job.getFailedActivityId());
    }

    private static String name(FlowElement element, Job job) {
        return element == null || element.getName() == null ? String.valueOf(job.getFailedActivityId())
                : element.getName().strip();
    }

    private static FaultWords.Kind kind(FlowElement element) {
        if (element instanceof ServiceTask) {
            return FaultWords.Kind.SERVICE;
        }
        if (element instanceof BusinessRuleTask) {
            return FaultWords.Kind.DECISION;
        }
        return element instanceof CatchEvent ? FaultWords.Kind.TIMER : FaultWords.Kind.OTHER;
    }
}
