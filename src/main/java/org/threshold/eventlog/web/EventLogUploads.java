package org.threshold.eventlog.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.access.Permission;
import org.threshold.access.UploadPlace;
import org.threshold.eventlog.EventLogs;

/** Where logs are sent. */
@Component
class EventLogUploads implements UploadPlace {

    private static final Set<String> PATHS = Set.of(EventLogController.PATH, EventLogApi.PATH);

    @Override
    public boolean takes(String path) {
        return PATHS.contains(path);
    }

    @Override
    public Set<String> files() {
        return Set.of("file");
    }

    /** One more than is taken, so that the reader comes to know of it. */
    @Override
    public long largest() {
        return EventLogs.LARGEST_FILE + 1L;
    }

    /** Several logs at once would fill the memory. */
    @Override
    public boolean keepsOnDisk() {
        return true;
    }

    @Override
    public Permission needs() {
        return Permission.ANALYSE_LOGS;
    }
}
