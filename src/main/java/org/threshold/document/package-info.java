/** Documents: the evidence that households bring, kept as it came, and who looked at it. */
package org.threshold.document;
