package org.threshold.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that speaks clamd's INSTREAM over TCP as its manual says (clamd(8)): 'zINSTREAM' and a null byte, pieces after
 * their length in four bytes in network order, a length of 0; then one answer that ends with a null byte. It finds
 * 'EVIL', and takes no more than its limit.
 */
final class Clamd implements AutoCloseable {

    static final int LIMIT = 2_000_000;

    /** How it behaves. */
    enum Mood { WORKS, SILENT, HANGS_UP, TALKS_NONSENSE }

    private final ServerSocket server;
    private final Thread thread;
    volatile Mood mood = Mood.WORKS;
    volatile int asked;
    volatile byte[] received = new byte[0];

    Clamd() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException closed) {
                // The next one, or the end.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        asked++;
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes(10);
        if (mood == Mood.HANGS_UP || !new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            return;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
            if (content.size() > LIMIT) {
                say(socket, "INSTREAM size limit exceeded. ERROR");
                return;
            }
        }
        received = content.toByteArray();
        if (mood == Mood.SILENT) {
            in.read();
        } else if (mood == Mood.TALKS_NONSENSE) {
            say(socket, "x".repeat(100_000));
        } else {
            say(socket, content.toString(StandardCharsets.ISO_8859_1).contains("EVIL")
                    ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
        }
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
