/**
 * Charts as SVG, drawn on the server: each has a title, a description, words large enough for a phone, and shapes or
 * dashes besides its colours. A page puts a table of the same numbers beside it; decision 40 says why.
 */
package org.threshold.chart;
