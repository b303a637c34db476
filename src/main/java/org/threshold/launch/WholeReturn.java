package org.threshold.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.hclic.Quarter;
import org.threshold.hclic.QuarterReturns;

/**
 * Writes the return of a quarter with every case in it, those that are open to named people only too, with
 * {@code --h-clic-return=2026-Q4 --file=h-clic-2026-Q4.zip}. On the pages people get what they may know of, and the return
 * that is handed over must be whole.
 */
@Component
class WholeReturn implements SmartInitializingSingleton {

    static final String COMMAND = "h-clic-return";
    private static final String FILE = "file";

    private final QuarterReturns returns;
    private final CurrentOfficer current;
    private final Environment settings;

    WholeReturn(QuarterReturns returns, CurrentOfficer current, Environment settings) {
        this.returns = returns;
        this.current = current;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String quarter = settings.getProperty(COMMAND);
        if (quarter != null) {
            write(quarter, settings.getProperty(FILE, ""));
        }
    }

    /** @throws CannotStart in the operator's words, when the file was not written */
    void write(String quarter, String file) {
        Quarter of = quarter(quarter.strip());
        boolean json = file.toLowerCase(Locale.ROOT).endsWith(".json");
        if (!json && !file.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new CannotStart("Say where to write the return: --file=<name>.zip for CSV files, or --file=<name>.json");
        }
        Path path = Path.of(file).toAbsolutePath();
        create(path);
        try {
            byte[] content = current.asService(() -> json ? returns.json(of) : returns.csv(of)).content();
            Files.write(path, content);
        } catch (IOException | RuntimeException failed) {
            delete(path);
            throw failed instanceof RuntimeException runtime ? runtime
                    : new CannotStart("The file " + path + " cannot be written: " + failed.getMessage());
        }
    }

    private static Quarter quarter(String text) {
        try {
            return Quarter.parse(text);
        } catch (IllegalArgumentException mistyped) {
            throw new CannotStart("There is no quarter ‘" + text + "’. Write it like --" + COMMAND + "=2026-Q4");
        }
    }

    /** Before anything is taken: nobody else may read the file, and an earlier one is not overwritten. */
    private static void create(Path path) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mineOnly = posix ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
        try {
            Files.createFile(path, mineOnly);
        } catch (FileAlreadyExistsException there) {
            throw new CannotStart("The file " + path + " is there already. Nothing was taken. Give another name");
        } catch (IOException refused) {
            throw new CannotStart("The file " + path + " cannot be made. Nothing was taken. Look whether its folder is"
                    + " there and may be written to");
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            throw new CannotStart("The return was not taken, and the empty file " + path + " could not be deleted");
        }
    }
}
