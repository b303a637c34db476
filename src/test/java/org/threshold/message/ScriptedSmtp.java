package org.threshold.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers to the recipient, and to the message, as a test wants it to. */
public final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger messages = new AtomicInteger();
    private final String toRecipient;
    private final String toMessage;

    /** @param toMessage null: the line breaks when the message has arrived */
    public ScriptedSmtp(String toRecipient, String toMessage) throws IOException {
        this.toRecipient = toRecipient;
        this.toMessage = toMessage;
        Thread serving = new Thread(this::serve, "scripted-smtp");
        serving.setDaemon(true);
        serving.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    int messages() {
        return messages.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII)),
                        new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // the caller went, or the test is over
            }
        }
    }

    private void talk(BufferedReader in, PrintWriter out) throws IOException {
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                say(out, toRecipient);
            } else if (line.startsWith("DATA")) {
                say(out, "354 go on");
                while (!".".equals(in.readLine())) {
                    // the message itself
                }
                messages.incrementAndGet();
                if (toMessage == null) {
                    return;
                }
                say(out, toMessage);
            } else if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
