package org.threshold.board.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All rows of measures that there are, in blocks. Not for two threads at a time. */
final class StepColumns {

    /** Between process and element, which are names of XML. */
    static final String SEPARATOR = "/";

    final StepCodes cases = new StepCodes();
    /** Of process and element together. */
    final StepCodes elements = new StepCodes();
    final StepCodes teams = new StepCodes();
    final StepCodes offices = new StepCodes();
    final StepCodes lanes = new StepCodes();
    final StepCodes households = new StepCodes();
    final StepCodes placements = new StepCodes();

    private final List<StepBlock> blocks = new ArrayList<>();
    private final StepPlaces places = new StepPlaces();

    List<StepBlock> blocks() {
        return blocks;
    }

    void remove(long nr) {
        int place = places.of(nr);
        if (place != StepPlaces.NONE) {
            block(place).remove(place % StepBlock.ROWS);
        }
    }

    /** Writes a row of {@link StepCopy}, over the one of the same number. */
    void put(ResultSet row) throws SQLException {
        int place = place(row.getLong("nr"));
        StepBlock block = block(place);
        int at = place % StepBlock.ROWS;
        times(row, block, at);
        counts(row, block, at);
        texts(row, block, at);
        block.changed();
    }

    private int place(long nr) {
        int place = places.of(nr);
        if (place == StepPlaces.NONE) {
            if (blocks.isEmpty() || blocks.get(blocks.size() - 1).rows() == StepBlock.ROWS) {
                blocks.add(new StepBlock());
            }
            place = (blocks.size() - 1) * StepBlock.ROWS + blocks.get(blocks.size() - 1).add();
            places.put(nr, place);
        }
        return place;
    }

    private StepBlock block(int place) {
        return blocks.get(place / StepBlock.ROWS);
    }

    private static void times(ResultSet row, StepBlock block, int at) throws SQLException {
        block.created[at] = row.getLong("created");
        block.since[at] = row.getLong("since");
        block.due[at] = row.getLong("due");
        if (row.wasNull()) {
            block.due[at] = StepBlock.NEVER;
        }
        block.waiting[at] = row.getInt("waiting_seconds");
        block.held[at] = row.getInt("held_seconds");
        block.onHold[at] = row.getInt("on_hold_seconds");
        block.applicant[at] = row.getInt("applicant_seconds");
        block.thirdParty[at] = row.getInt("third_party_seconds");
    }

    private static void counts(ResultSet row, StepBlock block, int at) throws SQLException {
        block.version[at] = (char) row.getInt("process_version");
        block.redated[at] = row.getInt("redated");
        block.handovers[at] = row.getInt("handovers");
        block.pingPongs[at] = row.getInt("ping_pongs");
        block.pass[at] = row.getInt("pass");
        block.state[at] = (byte) row.getInt("state");
        block.waitsFor[at] = (byte) row.getInt("waits_for");
        block.heldFor[at] = (byte) row.getInt("held_for");
    }

    private void texts(ResultSet row, StepBlock block, int at) throws SQLException {
        block.inCase[at] = cases.of(row.getString("case_reference"));
        block.element[at] = (char) elements.of(row.getString("element"));
        block.team[at] = (char) teams.of(row.getString("team"));
        block.office[at] = (char) offices.of(row.getString("office"));
        block.lane[at] = (char) lanes.of(row.getString("lane"));
        block.household[at] = (char) households.of(row.getString("household_type"));
        block.placement[at] = (char) placements.of(row.getString("placement_kind"));
    }
}
