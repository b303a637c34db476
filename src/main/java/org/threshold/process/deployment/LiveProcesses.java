package org.threshold.process.deployment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;

/** What is live, for the designers' page. */
@Service
@Needs(Permission.VIEW_PROCESSES)
@Transactional(readOnly = true)
public class LiveProcesses {

    private final DeploymentStore store;

    LiveProcesses(DeploymentStore store) {
        this.store = store;
    }

    /**
     * A process.
     *
     * @param live    the newest version, on which new cases start
     * @param older   earlier versions that cases still run on, newest first
     * @param deployment where the newest version came from; null for one that this service did not deploy
     */
    public record LiveProcess(VersionInUse live, List<VersionInUse> older, DeployedFolder deployment) {

        public String name() {
            return live.name();
        }
    }

    /** @throws org.threshold.access.NotPermitted when the current officer may not see the processes */
    public List<LiveProcess> all() {
        Map<String, DeployedFolder> deployments = deployments();
        Map<String, List<VersionInUse>> byKey = store.versions().stream()
                .collect(Collectors.groupingBy(VersionInUse::key, java.util.TreeMap::new, Collectors.toList()));
        return byKey.values().stream()
                .map(versions -> new LiveProcess(versions.get(0), versions.subList(1, versions.size()),
                        deployments.get(versions.get(0).deploymentId())))
                .toList();
    }

    /** Decision tables, which every case asks in their newest version. */
    public List<LiveProcess> tables() {
        Map<String, DeployedFolder> deployments = deployments();
        return store.tables().stream()
                .map(table -> new LiveProcess(table, List.of(), deployments.get(table.deploymentId()))).toList();
    }

    private Map<String, DeployedFolder> deployments() {
        return store.latestOfEach().stream()
                .collect(Collectors.toMap(DeployedFolder::deploymentId, Function.identity()));
    }

    public List<Refusal> refusals() {
        return store.refusals();
    }
}
