package org.threshold.process.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What is deployed together: {@code bpmn/<key>} and {@code forms/<key>}.
 *
 * @param key the folder's name, which is the key of its process
 */
public record ModelFolder(String key, List<ModelFile> files) {

    public ModelFolder {
        files = files.stream().sorted(Comparator.comparing(ModelFile::name)).toList();
    }

    public List<ModelFile> files(String ending) {
        return files.stream().filter(file -> file.is(ending)).toList();
    }

    /** SHA-256 over names and contents: the same for the same files, wherever they were read from. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ModelFile file : files) {
                digest.update(file.name().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Integer.toString(file.content().length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(file.content());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
