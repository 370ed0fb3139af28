/* The kernel of the names room: the distance of two words, which listed names can reach a
 * threshold, and their scores, in whole numbers.
 *
 * The arrays are the contract. They are made by vigil.index.arrays, read from a file or held in
 * memory, and only read here. The similarity of words and the bound on scores are those of
 * vigil.names; a property test holds the two equal.
 *
 * 1. For each word of the query, every listed word that is similar to it. The skeleton bound of
 *    vigil.names.token_similarity proves that a skipped word is not.
 * 2. What each such word could add at most towards a score at the threshold, summed up for each name
 *    that holds it; names below the need are left out.
 * 3. Of each name left, the best of each word, and what neither name could explain.
 * 4. The score of each name left, as vigil.names.score defines it. What is too entangled to choose
 *    the best links of in a moment is given back unscored, for the reference to score.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MAX_WORDS 64      /* of a name that is scored here; bits of a mask */
#define MAX_SLOTS 768     /* of a query: its words and the runs of them that may be one word */
#define MAX_LETTERS 32    /* of a word that is compared by letters; longer ones only meet themselves */
#define SCALE 1000
#define FLOOR 720
#define EDIT 20
#define WEAK_EDIT 8
#define CLASS_EDIT 7

/* ---- letters ------------------------------------------------------------------------------ */

static uint8_t letter_class[256]; /* 0: weak or none, 1..9 the classes of strong letters */
static uint8_t letter_cost[256];

static int swap_cost_of(uint8_t x, uint8_t y) {
    if (x == y) return 0;
    if (letter_cost[x] == WEAK_EDIT && letter_cost[y] == WEAK_EDIT) return WEAK_EDIT;
    return letter_class[x] && letter_class[x] == letter_class[y] ? CLASS_EDIT : EDIT;
}

static uint8_t swap_cost[128][128];

static void init_letters(void) {
    static const char *classes[] = {"kqcg", "vwf", "sz", "td", "pb", "m", "n", "l", "r"};
    for (int i = 0; i < 256; i++) letter_cost[i] = EDIT;
    for (const char *p = "aeiouyhj"; *p; p++) letter_cost[(uint8_t)*p] = WEAK_EDIT;
    for (int c = 0; c < 9; c++)
        for (const char *p = classes[c]; *p; p++) letter_class[(uint8_t)*p] = (uint8_t)(c + 1);
    for (int x = 0; x < 128; x++)
        for (int y = 0; y < 128; y++)
            swap_cost[x][y] = (uint8_t)swap_cost_of((uint8_t)x, (uint8_t)y);
}

/* Weighted distance with exchange of neighbours; gives up with a value above `most`. What the two
 * begin and end with in common costs nothing, as the costs are a metric of letters and gaps. */
static int edit_distance(const uint8_t *a, int la, const uint8_t *b, int lb, int most) {
    int rows[3][MAX_LETTERS + 2];
    while (la && lb && *a == *b) a++, b++, la--, lb--;
    while (la && lb && a[la - 1] == b[lb - 1]) la--, lb--;
    int *before = rows[0], *above = rows[1], *row = rows[2];
    above[0] = 0;
    for (int j = 0; j < lb; j++) above[j + 1] = above[j] + letter_cost[b[j]];
    int least_above = 0;
    for (int i = 0; i < la; i++) {
        int x = a[i], cx = letter_cost[x], least;
        const uint8_t *swap = swap_cost[x];
        row[0] = above[0] + cx;
        least = row[0];
        for (int j = 0; j < lb; j++) {
            int best = above[j] + swap[b[j]];
            int del = above[j + 1] + cx, ins = row[j] + letter_cost[b[j]];
            if (del < best) best = del;
            if (ins < best) best = ins;
            if (i && j && x == b[j - 1] && b[j] == a[i - 1]) {
                int turn = before[j - 1] + EDIT;
                if (turn < best) best = turn;
            }
            row[j + 1] = best;
            if (best < least) least = best;
        }
        if (least > most && least_above > most) return most + 1;
        least_above = least;
        int *old = before; before = above; above = row; row = old;
    }
    return above[lb];
}

/* 0 when it is below `floor`, which is at least FLOOR. */
static int similarity(const uint8_t *a, int la, const uint8_t *b, int lb, int floor) {
    int longest = la > lb ? la : lb;
    if (la == lb && memcmp(a, b, la) == 0) return SCALE;
    int allowed = (SCALE - floor) * longest * EDIT / SCALE;
    int gap = la > lb ? la - lb : lb - la;
    if (gap * WEAK_EDIT > allowed) return 0;
    int distance = edit_distance(a, la, b, lb, allowed);
    int whole = EDIT * longest;
    int alike = SCALE - (distance * SCALE + whole - 1) / whole;
    return alike >= floor ? alike : 0;
}

/* Plain distance of two texts, with exchange of neighbours: of one whose letters `places` marks (bit i:
 * at place i), and of another; bit-parallel, after Hyyrö 2003. */
static int plain_distance(const uint64_t *places, int length, const uint8_t *other, int n) {
    uint64_t up = ~0ULL, down = 0, same = 0, before = 0;
    int distance = length;
    if (length == 0) return n;
    int last = length - 1;
    for (int i = 0; i < n; i++) {
        uint64_t here = places[other[i]];
        uint64_t turned = ((~same & here) << 1) & before;
        same = (((here & up) + up) ^ up) | here | down | turned;
        uint64_t plus = down | ~(same | up), minus = same & up;
        distance += (int)(plus >> last & 1) - (int)(minus >> last & 1);
        plus = plus << 1 | 1;
        up = minus << 1 | ~(same | plus);
        down = plus & same;
        before = here;
    }
    return distance;
}

/* ---- the index ---------------------------------------------------------------------------- */

enum { /* what `arrays` holds, in order; dtype, axes */
    WORD_AT,       /* u32[words + 1] into WORD_TEXT */
    WORD_TEXT,     /* u8: canonical forms, those of one shape, bag and skeleton together */
    WORD_CLASS,    /* u16[words]: weight of its class, thousandths */
    WORD_RARITY,   /* u16[words]: thousandths */
    NAMES_AT,      /* u32[words + 1] into NAMES */
    NAMES,         /* u32: names that hold the word, rising */
    WORD_LETTERS,  /* u64[words]: bits of the letters that it has; letters_of */
    SHAPE,         /* u8[shapes, 2]: strong letters and letters of the words of a shape, rising */
    SHAPE_BAGS,    /* u32[shapes + 1]: its bags */
    BAG,           /* u64[bags]: the strong letters of words by class; make_bag */
    BAG_SKELETONS, /* u32[bags + 1]: its skeletons */
    SKELETON_TEXT_AT, /* u32[skeletons + 1] into SKELETON_TEXT */
    SKELETON_TEXT, /* u8: classes of the strong letters, 1 to 9 */
    SKELETON_WORDS,/* u32[skeletons + 1]: its words */
    NAME_AT,       /* u32[names + 1] into NAME_WORDS */
    NAME_WORDS,    /* u32: the words of each name */
    LOST,          /* u16[1001]: what a match of that similarity lacks, thousandths */
    FOLDED_AT,     /* u32[words + 1] into FOLDED */
    FOLDED,        /* u8: the words as folded */
    WORD_FLAGS,    /* u8[words]: SYLLABLE, PLACE */
    WORD_STEM,     /* u8[words]: letters of a father's name before its ending; 0: it is none */
    WORD_HELD,     /* u32[words]: names that hold the folded text */
    WORD_SAME,     /* u32[words]: names that hold a word of the same canonical form */
    TEXT_KEY,      /* u64[texts], rising: key of a folded text */
    TEXT_WORD,     /* u32[texts]: the first word of that text; those of other classes follow */
    STRONG_KEY,    /* u64, rising: key of the strong letters of words */
    STRONG_AT,     /* u32[... + 1] into STRONG_WORDS */
    STRONG_WORDS,  /* u32 */
    RUN_KEY,       /* u64, rising: key of the strong letters of runs of words written as one */
    RUN_AT,        /* u32[... + 1] into RUN_OF_KEY */
    RUN_OF_KEY,    /* u32 */
    RUN_TEXT_AT,   /* u32[runs + 1] into RUN_TEXT */
    RUN_TEXT,      /* u8: canonical forms of runs */
    RUN_NAMES_AT,  /* u32[runs + 1] into RUN_NAMES */
    RUN_NAMES,     /* u32: names that have the run */
    NEAR_WORD,     /* u32[rows], rising: words whose similar words are kept */
    NEAR_AT,       /* u32[rows + 1] into NEAR_WORDS */
    NEAR_WORDS,    /* u32 */
    NEAR_SIMILARITY, /* u16 */
    NAME_LEGAL,    /* u8[names]: a bit for each class of its legal forms; COMPANY is one of them */
    NAME_KIND,     /* u8[names]: of its bearer, KIND_* */
    ARRAYS
};
static const int item_size[ARRAYS] = {
    4, 1, 2, 2, 4, 4, 8, 1, 4, 8, 4, 4, 1, 4, 4, 4, 2,
    4, 1, 1, 1, 4, 4, 8, 4, 8, 4, 4, 8, 4, 4, 4, 1, 4, 4, 4, 4, 4, 2, 1, 1,
};

/* vigil.names.prepared.WordClass */
#define CLASS_PLAIN 1000
#define CLASS_NUMBER 450
#define CLASS_COMMON 350
#define CLASS_INITIAL 300
#define CLASS_PARTICLE 80

enum { SYLLABLE = 1, PLACE = 2 };            /* flags of a word */
enum { KIND_PERSON = 1, KIND_UNKNOWN = 2 };  /* of a bearer; 0: another */

typedef struct {
    uint32_t word;
    int32_t similarity;
    int64_t could;   /* what it adds at most towards the need */
    int64_t agrees;  /* its agreement less what it lacks, as the need counts them */
    int32_t covers;  /* how much of the query it explains, thousandths */
} Similar;

typedef struct {
    Similar *similar;
    int count, room;
    int floor;   /* every word at least this similar is among them */
    int word_class, rarity, first, flags;
    int32_t weight;  /* of the word in the query; 0 for a run, whose words have their own slots */
    int32_t explains; /* of a run written as one: what its words weigh together; 0 for a word */
} Slot;

/* What is asked of a listed word again and again in a search, side by side. */
struct WordState {
    uint32_t stamp;           /* the search in which it was met */
    int32_t entry;            /* the first of the slots that met it */
    uint16_t word_class, weight;
};

struct BagLetters { uint64_t any, all; }; /* that one of its words has, that each has */

typedef struct {
    PyObject_HEAD
    Py_buffer held[ARRAYS];
    int holding;
    uint32_t words, shapes, bags, skeletons, names;
    uint32_t by_letters, turn, stamp, *sums, epoch, *parted_stamp;
    uint64_t *packed;            /* skeletons; pack */
    struct BagLetters *of_bag;   /* letters_of its words */
    uint16_t *letters_cost;      /* cost_of_letters of each word */
    struct WordState *word;
    uint32_t *near, *near_words, *met, *skeleton_of;
    struct Entry { int32_t slot, next, covers, similarity; int64_t could, agrees; } *entries;
    int entry_count, entry_room;
    struct Best { uint64_t seen; int32_t covers; int64_t could, agrees; } best[MAX_SLOTS];
    uint64_t seen;
    int64_t query_weight;
    struct Found { uint32_t name; int32_t score; int common_only; } *found;
    int found_count, found_room;
    Slot slots[MAX_SLOTS], whole;
    struct Known *known;
} Index;

/* What was similar to a word asked before: most words of names come again. */
#define KNOWN 16384
struct Known {
    uint8_t text[MAX_LETTERS];
    int16_t length, floor;
    int32_t count;
    struct Pair { uint32_t word; int32_t similarity; } *pairs;
};

#define AT(x, type, a) ((const type *)(x)->held[a].buf)

static int make_skeleton(const uint8_t *word, int length, uint8_t *out) {
    int n = 0;
    for (int i = 0; i < length; i++)
        if (letter_class[word[i]]) out[n++] = letter_class[word[i]];
    return n;
}

static uint64_t make_bag(const uint8_t *skeleton, int length) { /* seven bits a class, unary */
    uint64_t bag = 0;
    uint8_t seen[10] = {0};
    for (int i = 0; i < length; i++) {
        int c = skeleton[i];
        if (seen[c] < 7) bag |= 1ULL << ((c - 1) * 7 + seen[c]++);
    }
    return bag;
}

/* A skeleton of up to 16 letters in four bits each, the first lowest; 0 when it is longer. */
static uint64_t pack(const uint8_t *skeleton, int length) {
    uint64_t packed = 0;
    for (int i = 0; i < length && length <= 16; i++) packed |= (uint64_t)skeleton[i] << (4 * i);
    return packed;
}

/* Bags at most `edits` apart: an edit adds, drops or swaps one letter of the bag, an exchange of
 * neighbours none. */
static uint32_t near_bags(const uint64_t *bags, uint32_t from, uint32_t to, uint64_t bag,
                          int edits, uint32_t *out) {
    uint32_t found = 0;
    int ours = __builtin_popcountll(bag);
    for (uint32_t i = from; i < to; i++) {
        int theirs = __builtin_popcountll(bags[i]), larger = ours > theirs ? ours : theirs;
        out[found] = i;
        found += larger - __builtin_popcountll(bags[i] & bag) <= edits;
    }
    return found;
}

static int add_similar(Slot *slot, uint32_t word, int similarity) {
    if (slot->count == slot->room) {
        int room = slot->room ? slot->room * 2 : 64;
        Similar *grown = PyMem_Realloc(slot->similar, room * sizeof(Similar));
        if (!grown) { PyErr_NoMemory(); return -1; }
        slot->similar = grown;
        slot->room = room;
    }
    slot->similar[slot->count++] = (Similar){word, similarity, 0, 0, 0};
    return 0;
}

/* Three bits for each weak letter, for one, two and three of it; above them two for each strong one.
 * vigil.index.plain_arrays.LETTERS */
static uint64_t letter_bit[128], letter_bits[128];
#define WEAK_BITS 0xFFFFFFu

static void init_letter_bits(void) {
    uint64_t bit = 1;
    for (const char *p = "aeiouyhj"; *p; p++, bit <<= 3) {
        letter_bit[(uint8_t)*p] = bit;
        letter_bits[(uint8_t)*p] = 7 * bit;
    }
    for (const char *p = "kqcgvwfsztdpbmnlr"; *p; p++, bit <<= 2) {
        letter_bit[(uint8_t)*p] = bit;
        letter_bits[(uint8_t)*p] = 3 * bit;
    }
}

static uint64_t letters_of(const uint8_t *word, int length) {
    uint64_t letters = 0;
    for (int i = 0; i < length; i++) {
        uint64_t all = letter_bits[word[i]];
        letters |= ((letters & all) << 1 | letter_bit[word[i]]) & all;
    }
    return letters;
}

/* What the cheapest edits cost that give a word these letters. */
static int cost_of_letters(uint64_t letters) {
    return CLASS_EDIT * __builtin_popcountll(letters)
        + (WEAK_EDIT - CLASS_EDIT) * __builtin_popcountll(letters & WEAK_BITS);
}

/* At least what the cheap edits must cost. An edit gives and takes one letter each, so the letters
 * that either word lacks count, not both; every full edit may account for one of them, too. With
 * `edits` of these or more, two words are therefore at least
 *     (EDIT - WEAK_EDIT) * edits + (the larger of WEAK_EDIT * edits and this)
 * apart. */
static int cheap_edits(uint64_t ours, int our_cost, uint64_t theirs, int their_cost) {
    return (our_cost > their_cost ? our_cost : their_cost) - cost_of_letters(ours & theirs);
}

static int above(int a, int b) { return a > b ? a - b : 0; }

typedef struct {
    const uint8_t *text;
    int length, strong;
    uint8_t skeleton[MAX_LETTERS];
    uint64_t bag, packed, places[10]; /* places of each class in the skeleton */
    uint64_t letters;
    int letters_cost;
    uint64_t letter_places[128]; /* of each letter in the text */
    int floor; /* similarity from which words are wanted */
} Asked;

/* At most one edit between two packed texts of m and n letters? What both begin and end with costs
 * nothing; left is then a letter of each at most, or two that are exchanged. */
static int is_one_edit(uint64_t a, int m, uint64_t b, int n) {
    if (a == b) return 1;
    if (m == 0 || n == 0) return m + n == 1;
    int shorter = m < n ? m : n, before = __builtin_ctzll(a ^ b) / 4;
    int after = __builtin_clzll((a << (64 - 4 * m)) ^ (b << (64 - 4 * n))) / 4;
    if (after > shorter - before) after = shorter - before;
    m -= before + after;
    n -= before + after;
    if (m <= 1 && n <= 1) return 1;
    uint64_t u = a >> (4 * before) & 0xFF, v = b >> (4 * before) & 0xFF;
    return m == 2 && n == 2 && u == (v >> 4 | (v & 15) << 4);
}

/* The edits between the query's skeleton and a listed one, or any number above `most`. */
static int skeleton_edits(Index *x, const Asked *q, uint32_t skeleton, int strong, int most) {
    uint64_t a = q->packed, b = x->packed[skeleton];
    if (most <= 1 && (a || !q->strong) && (b || !strong))
        return a == b ? 0 : 2 - is_one_edit(a, q->strong, b, strong);
    const uint8_t *classes = AT(x, uint8_t, SKELETON_TEXT) + AT(x, uint32_t, SKELETON_TEXT_AT)[skeleton];
    return plain_distance(q->places, q->strong, classes, strong);
}

/* At least so many edits are between two skeletons of these bags. */
static int edits_of_bags(uint64_t one, uint64_t other) {
    int over = __builtin_popcountll(other & ~one), under = __builtin_popcountll(one & ~other);
    return over > under ? over : under;
}

/* How many edits of skeletons words of a shape allow that may be `allowed` away; -1: none is similar. */
static int most_edits(const Asked *q, int strong, int length, int allowed) {
    int edits = above(strong, q->strong) + above(q->strong, strong);
    int weak = q->length - q->strong, other = length - strong;
    int longer = above(weak, other) + above(other, weak); /* in weak letters */
    int most = -1;
    while ((EDIT - WEAK_EDIT) * edits + WEAK_EDIT * (edits > longer ? edits : longer) <= allowed)
        most = edits++;
    return most;
}

/* Of near bags, those whose letters leave their words similar. */
static uint32_t bags_by_letters(Index *x, const Asked *q, uint32_t *bags, uint32_t count, int allowed) {
    const uint64_t *bag = AT(x, uint64_t, BAG);
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t b = bags[i];
        int lacking = cost_of_letters(q->letters & ~x->of_bag[b].any);
        int more = cost_of_letters(x->of_bag[b].all & ~q->letters);
        bags[found] = b;
        found += (lacking > more ? lacking : more)
            + (EDIT - WEAK_EDIT) * edits_of_bags(q->bag, bag[b]) <= allowed;
    }
    return found;
}

/* Of the words of bags, those whose letters leave them similar. */
static uint32_t words_by_letters(Index *x, const Asked *q, const uint32_t *bags, uint32_t count,
                                 int allowed) {
    const uint32_t *skeletons = AT(x, uint32_t, BAG_SKELETONS), *words = AT(x, uint32_t, SKELETON_WORDS);
    const uint64_t *letters = AT(x, uint64_t, WORD_LETTERS), *bag = AT(x, uint64_t, BAG);
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t b = bags[i], end = words[skeletons[b + 1]];
        int left = allowed - (EDIT - WEAK_EDIT) * edits_of_bags(q->bag, bag[b]);
        for (uint32_t w = words[skeletons[b]]; w < end; w++) {
            x->near_words[found] = w;
            found += cheap_edits(q->letters, q->letters_cost, letters[w], x->letters_cost[w]) <= left;
        }
    }
    return found;
}

/* The similar ones of some words of a shape, which may be `allowed` away. */
static int compare_words(Index *x, const Asked *q, uint32_t count, int strong, int length, int allowed,
                         int most, Slot *slot) {
    const uint64_t *letters = AT(x, uint64_t, WORD_LETTERS);
    const uint32_t *at = AT(x, uint32_t, WORD_AT);
    const uint8_t *text = AT(x, uint8_t, WORD_TEXT);
    uint32_t before = UINT32_MAX;
    int edits = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t w = x->near_words[i], skeleton = x->skeleton_of[w];
        if (skeleton != before) edits = skeleton_edits(x, q, skeleton, strong, most);
        before = skeleton;
        if (edits > most || cheap_edits(q->letters, q->letters_cost, letters[w], x->letters_cost[w])
                > allowed - (EDIT - WEAK_EDIT) * edits)
            continue;
        int all = plain_distance(q->letter_places, q->length, text + at[w], length);
        if (EDIT * edits + CLASS_EDIT * above(all, edits) > allowed) continue;
        int alike = similarity(q->text, q->length, text + at[w], length, q->floor);
        if (alike && add_similar(slot, w, alike) < 0) return -1;
    }
    return 0;
}

/* All listed words compared by letters that are similar to the word. Each test is a lower bound on
 * the distance: how many strong letters of each class there are, which letters the words have, the
 * order of the strong ones, how many edits of any cost there must be. What is asked next stands side
 * by side. */
static int seek_similar(Index *x, const uint8_t *word, int length, int floor, Slot *slot) {
    const uint8_t *shape = AT(x, uint8_t, SHAPE);
    const uint32_t *bags = AT(x, uint32_t, SHAPE_BAGS);
    Asked q = {.text = word, .length = length, .letters = letters_of(word, length), .floor = floor};
    q.letters_cost = cost_of_letters(q.letters);
    q.strong = make_skeleton(word, length, q.skeleton);
    q.bag = make_bag(q.skeleton, q.strong);
    q.packed = pack(q.skeleton, q.strong);
    for (int i = 0; i < length; i++) q.letter_places[word[i]] |= 1ULL << i;
    for (int i = 0; i < q.strong; i++) q.places[q.skeleton[i]] |= 1ULL << i;
    for (uint32_t s = 0; s < x->shapes; s++) {
        int strong = shape[2 * s], other = shape[2 * s + 1];
        int allowed = (SCALE - floor) * (other > length ? other : length) * EDIT / SCALE;
        int most = most_edits(&q, strong, other, allowed);
        if (most < 0) continue;
        uint32_t near = near_bags(AT(x, uint64_t, BAG), bags[s], bags[s + 1], q.bag, most, x->near);
        near = bags_by_letters(x, &q, x->near, near, allowed);
        near = words_by_letters(x, &q, x->near, near, allowed);
        if (compare_words(x, &q, near, strong, other, allowed, most, slot) < 0) return -1;
    }
    return 0;
}

static uint32_t hash_of(const uint8_t *word, int length) {
    uint32_t hash = 2166136261u;
    for (int i = 0; i < length; i++) hash = (hash ^ word[i]) * 16777619u;
    return hash;
}

static void keep_similar(struct Known *known, const uint8_t *word, int length, const Slot *slot) {
    PyMem_Free(known->pairs);
    known->pairs = PyMem_Malloc((slot->count + 1) * sizeof(*known->pairs));
    if (!known->pairs) return; /* then it is sought again, no more */
    for (int i = 0; i < slot->count; i++) {
        known->pairs[i].word = slot->similar[i].word;
        known->pairs[i].similarity = slot->similar[i].similarity;
    }
    memcpy(known->text, word, length);
    known->length = (int16_t)length;
    known->floor = (int16_t)slot->floor;
    known->count = slot->count;
}

static int is_known(const struct Known *known, const uint8_t *word, int length) {
    return known->pairs && known->length == length && memcmp(known->text, word, length) == 0;
}

/* Where a word is kept, or is to be: at one of two places, in turn. */
static struct Known *known_as(Index *x, const uint8_t *word, int length) {
    struct Known *two = &x->known[hash_of(word, length) % (KNOWN / 2) * 2];
    for (int i = 0; i < 2; i++)
        if (is_known(&two[i], word, length)) return &two[i];
    return &two[two[0].pairs ? !two[1].pairs || x->turn++ & 1 : 0];
}

/* Every listed word at least as similar as `floor`; slot->floor says from where on it is every one. */
static int find_similar(Index *x, const uint8_t *word, int length, int floor, Slot *slot) {
    struct Known *known = known_as(x, word, length);
    slot->count = 0;
    if (is_known(known, word, length) && known->floor <= floor) {
        slot->floor = known->floor;
        for (int i = 0; i < known->count; i++)
            if (add_similar(slot, known->pairs[i].word, known->pairs[i].similarity) < 0) return -1;
        return 0;
    }
    slot->floor = floor;
    if (seek_similar(x, word, length, floor, slot) < 0) return -1;
    keep_similar(known, word, length, slot);
    return 0;
}

/* ---- the query ---------------------------------------------------------------------------- */

/* The numbers that the score is defined by, named as in vigil.names, which hands their values over;
 * so none of them stands in two places. */
#define EACH_CONSTANT(X) \
    X(IMPERFECT) X(CONFLICT) X(ONLY_IN_QUERY) X(ONLY_IN_LISTED) X(LEGAL_WEIGHT) X(LEGAL_OTHER) \
    X(LEGAL_ON_ONE_SIDE) X(NUMBER_WEIGHT) X(NUMBER_OTHER) X(JOIN_FLOOR) X(SAME_PART) \
    X(SHORTEST_JOIN) X(LONGEST_JOIN) X(LONGEST_SPELLING) X(STEP_PERSON) X(STEP_OTHER) \
    X(FREE_PERSON) X(FREE_OTHER) X(MOST_DOUBT) X(OF_SYLLABLES) X(LONGEST_SYLLABLE) \
    X(FEWEST_NAMES) X(SYLLABLES) X(ONE_WORD) X(OTHER_PATRONYMIC) X(OTHER_INITIAL) X(OTHER_PLACE) X(OTHER_NAME) \
    X(NUMBER_ON_ONE_SIDE) X(FEWEST_SPELT) X(FEWEST_COMMON) X(CLOSE_WORD) X(NO_STOP) \
    X(LONGEST_ORDINAL) X(SHORT_WORD) X(SHORT_LOSS) X(LONG_LOSS) X(FEW_BY_CHANCE) X(OFTEN) \
    X(ACRONYM_FROM) X(LEGAL_COMPANY)
#define AS_NUMBER(name) name,
enum { EACH_CONSTANT(AS_NUMBER) CONSTANTS };
static int64_t constant[CONSTANTS];
#define THE(name) constant[name]

static int may_meet(int one, int other) {
    if (one == other) return 1;
    if (one == CLASS_NUMBER || one == CLASS_INITIAL || one == CLASS_PARTICLE) return 0;
    return other != CLASS_NUMBER && other != CLASS_INITIAL && other != CLASS_PARTICLE;
}

static int64_t weight(int word_class, int rarity) {
    int64_t w = (int64_t)word_class * rarity / SCALE;
    return w > 1 ? w : 1;
}

static int is_distinctive(int word_class, int length) {
    return word_class == CLASS_PLAIN || (word_class == CLASS_NUMBER && length >= THE(ACRONYM_FROM));
}

static int is_full(int word_class) { return word_class == CLASS_PLAIN || word_class == CLASS_COMMON; }

static int is_counted(int word_class) {
    return word_class != CLASS_PARTICLE && word_class != CLASS_INITIAL;
}

static int is_digit(uint8_t letter) { return letter >= '0' && letter <= '9'; }

static int has_digit(const uint8_t *text, int length) {
    for (int i = 0; i < length; i++)
        if (is_digit(text[i])) return 1;
    return 0;
}

/* vigil.names.token_similarity.canonical; `out` has room for twice the length. */
static int make_canonical(const uint8_t *text, int length, uint8_t *out) {
    int single = 0, n = 0;
    if (has_digit(text, length)) {
        memcpy(out, text, length);
        return length;
    }
    uint8_t *once = out + length; /* read ahead of what is written, as x→ks is at most double */
    for (int i = 0; i < length; i++)
        if (i == 0 || text[i] != text[i - 1]) once[single++] = text[i];
    memmove(out + 2 * length - single, once, single);
    once = out + 2 * length - single;
    for (int i = 0; i < single; i++) {
        uint8_t next = i + 1 < single ? once[i + 1] : 0, letter = once[i];
        int left = single - i;
        if (letter == 't' && left > 3 && !memcmp(once + i, "tsch", 4)) i++; /* and its s */
        else if (letter == 't' && left > 2 && !memcmp(once + i, "tch", 3)) continue;
        else if (letter == 'd' && next == 'j') continue;
        else if (letter == 'p' && next == 'h') { out[n++] = 'f'; i++; }
        else if (letter == 'c' && next == 'k') { out[n++] = 'k'; i++; }
        else if (letter == 'x') { out[n++] = 'k'; out[n++] = 's'; }
        else out[n++] = letter;
    }
    return n;
}

static int make_strong(const uint8_t *form, int length, uint8_t *out) {
    int n = 0;
    for (int i = 0; i < length; i++)
        if (letter_cost[form[i]] != WEAK_EDIT) out[n++] = form[i];
    return n;
}

static int is_same(const uint8_t *a, int la, const uint8_t *b, int lb) {
    return la == lb && memcmp(a, b, la) == 0;
}

static int similarity_of_forms(const uint8_t *a, int la, const uint8_t *b, int lb) {
    if (is_same(a, la, b, lb)) return SCALE;
    if (la > MAX_LETTERS || lb > MAX_LETTERS || has_digit(a, la) || has_digit(b, lb)) return 0;
    return similarity(a, la, b, lb, FLOOR);
}

/* FNV-1a of 64 bits with the last mix of MurmurHash3: vigil.index.arrays.key_of. */
static uint64_t text_key(const uint8_t *text, size_t length) {
    uint64_t key = 14695981039346656037ULL;
    for (size_t i = 0; i < length; i++) key = (key ^ text[i]) * 1099511628211ULL;
    key = (key ^ key >> 33) * 0xff51afd7ed558ccdULL;
    key = (key ^ key >> 33) * 0xc4ceb9fe1a85ec53ULL;
    return key ^ key >> 33;
}

/* Where a key stands among rising ones; -1: nowhere. */
static int64_t find_key(Index *x, int keys, uint64_t key) {
    const uint64_t *held = AT(x, uint64_t, keys);
    int64_t low = 0, high = (int64_t)(x->held[keys].len / 8);
    while (low < high) {
        int64_t middle = (low + high) / 2;
        if (held[middle] < key) low = middle + 1;
        else high = middle;
    }
    return low < (int64_t)(x->held[keys].len / 8) && held[low] == key ? low : -1;
}

/* A word of the query, or a run of its words written as one. */
typedef struct Asked_ {
    const uint8_t *text, *form, *strong; /* as folded; canonical; its strong letters */
    int length, form_length, strong_length;
    int word_class, rarity, flags, stem;
    int by_letters;                      /* compared by letters, not only with itself */
    uint32_t held;                       /* names that hold the folded text */
    int row;                             /* where its similar words are kept; -1: nowhere */
} AskedWord;

static void look_at(AskedWord *w, uint8_t **room) {
    uint8_t *form = *room;
    w->form = form;
    w->form_length = make_canonical(w->text, w->length, form);
    w->strong = form + w->form_length;
    w->strong_length = make_strong(form, w->form_length, form + w->form_length);
    *room = form + w->form_length + w->strong_length;
    w->by_letters = w->form_length <= MAX_LETTERS && !has_digit(form, w->form_length);
}

/* The first listed word of a text; -1: none. */
static int64_t find_text(Index *x, const AskedWord *w) {
    int64_t at = find_key(x, TEXT_KEY, text_key(w->text, w->length));
    if (at < 0) return -1;
    uint32_t word = AT(x, uint32_t, TEXT_WORD)[at];
    const uint32_t *folded_at = AT(x, uint32_t, FOLDED_AT);
    const uint8_t *folded = AT(x, uint8_t, FOLDED) + folded_at[word];
    return is_same(w->text, w->length, folded, (int)(folded_at[word + 1] - folded_at[word])) ? (int64_t)word : -1;
}

/* How much a word says by the names of `crowd`, and whether its similar words are kept in `x`. */
static void look_up_word(Index *x, Index *crowd, AskedWord *w) {
    int64_t known = find_text(crowd, w), word = crowd == x ? known : find_text(x, w);
    w->rarity = known < 0 ? SCALE : AT(crowd, uint16_t, WORD_RARITY)[known];
    w->held = known < 0 ? 0 : AT(crowd, uint32_t, WORD_HELD)[known];
    w->row = -1;
    if (word < 0) return;
    const uint32_t *kept = AT(x, uint32_t, NEAR_WORD);
    int low = 0, high = (int)(x->held[NEAR_WORD].len / 4);
    while (low < high) {
        int middle = (low + high) / 2;
        if (kept[middle] < word) low = middle + 1;
        else high = middle;
    }
    if (low < (int)(x->held[NEAR_WORD].len / 4) && kept[low] == word) w->row = low;
}

/* The words similar to one that many names hold, as they were found when the index was built. */
static int read_row(Index *x, int row, Slot *slot) {
    const uint32_t *at = AT(x, uint32_t, NEAR_AT), *words = AT(x, uint32_t, NEAR_WORDS);
    const uint16_t *similarities = AT(x, uint16_t, NEAR_SIMILARITY);
    slot->count = 0;
    slot->floor = FLOOR;
    for (uint32_t i = at[row]; i < at[row + 1]; i++)
        if (add_similar(slot, words[i], similarities[i]) < 0) return -1;
    return 0;
}

/* Listed words with the same strong letters, from a similarity on. */
static int find_by_strong(Index *x, const AskedWord *w, int from, Slot *slot) {
    const uint32_t *at = AT(x, uint32_t, STRONG_AT), *words = AT(x, uint32_t, STRONG_WORDS);
    const uint32_t *text_at = AT(x, uint32_t, WORD_AT);
    const uint8_t *text = AT(x, uint8_t, WORD_TEXT);
    int64_t found = find_key(x, STRONG_KEY, text_key(w->strong, w->strong_length));
    for (uint32_t i = found < 0 ? 0 : at[found]; found >= 0 && i < at[found + 1]; i++) {
        uint32_t word = words[i];
        int alike = similarity_of_forms(w->form, w->form_length, text + text_at[word],
                                        (int)(text_at[word + 1] - text_at[word]));
        if (alike >= from && add_similar(slot, word, alike) < 0) return -1;
    }
    return 0;
}

typedef struct {
    AskedWord words[MAX_WORDS];
    int count, initials;
    int legal, unknown_is_person;
    Index *crowd;                              /* whose names say how rare words are */
    int slots;
    struct { int begin, end; } run[MAX_SLOTS]; /* of slot count + i: words begin to end, exclusive */
    int64_t threshold;                         /* ten-thousandths, as asked */
} Query;

/* ---- the bound ---------------------------------------------------------------------------- */

/* score >= t  <=>  100 G (D - t) >= t * deviation, and the deviation is at least
 * IMPERFECT * cost + 1000 * ONLY_IN_QUERY * (what of the query is not covered).
 * So each link adds `could`, and together they must reach the need. `t` is one less than asked, as
 * scores are rounded. */
static void weigh_similar(Index *x, const Slot *slot, Similar *s, int64_t t) {
    int listed_class = AT(x, uint16_t, WORD_CLASS)[s->word], shared = listed_class;
    if (!slot->explains) {
        if (!may_meet(slot->word_class, listed_class)
            && !((slot->flags | AT(x, uint8_t, WORD_FLAGS)[s->word]) & SYLLABLE))
            return;
        if (slot->word_class < listed_class) shared = slot->word_class;
    }
    int64_t listed = weight(shared, AT(x, uint16_t, WORD_RARITY)[s->word]);
    int64_t lost = AT(x, uint16_t, LOST)[s->similarity];
    int64_t gain = listed * (SCALE - lost), cost = listed * lost;
    s->covers = slot->explains ? slot->explains : (int32_t)weight(shared, slot->rarity);
    s->agrees = 100 * gain * (10000 - t) - t * THE(IMPERFECT) * cost;
    int64_t could = s->agrees + t * SCALE * THE(ONLY_IN_QUERY) * s->covers;
    s->could = could > 0 ? could : 0;
}

static int add_entry(Index *x, int slot, const Similar *s) {
    if (x->entry_count == x->entry_room) {
        int room = x->entry_room ? x->entry_room * 2 : 1024;
        void *grown = PyMem_Realloc(x->entries, room * sizeof(*x->entries));
        if (!grown) { PyErr_NoMemory(); return -1; }
        x->entries = grown;
        x->entry_room = room;
    }
    int next = x->word[s->word].stamp == x->stamp ? x->word[s->word].entry : -1;
    x->word[s->word].stamp = x->stamp;
    x->word[s->word].entry = x->entry_count;
    x->entries[x->entry_count++] =
        (struct Entry){slot, next, s->covers, s->similarity, s->could, s->agrees};
    return 0;
}

static int note_entries(Index *x, int slots) {
    x->entry_count = 0;
    for (int i = 0; i < slots; i++)
        for (int j = 0; j < x->slots[i].count; j++)
            if (add_entry(x, i, &x->slots[i].similar[j]) < 0) return -1;
    return 0;
}

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

/* May the single letter of one stand for the other? vigil.names.links.is_initial_of */
static int is_initial(int one_class, int one_first, int other_class, int other_first) {
    return one_class == CLASS_INITIAL && other_class == CLASS_PLAIN && one_first == other_first;
}

/* The first letter of a listed word as folded. */
static uint8_t first_of(Index *x, uint32_t word) {
    return AT(x, uint8_t, FOLDED)[AT(x, uint32_t, FOLDED_AT)[word]];
}

/* Can the words of a name reach the threshold? Each slot's best is taken as if no two slots shared a
 * listed word; what no word of the other name could explain deviates. */
static int can_reach(Index *x, uint32_t name, const Query *q, int64_t need) {
    const uint32_t *at = AT(x, uint32_t, NAME_AT), *words = AT(x, uint32_t, NAME_WORDS);
    int count = q->count, t = (int)q->threshold - 1, met = 0, initials_listed = 0;
    int met_slots[MAX_SLOTS];
    int64_t sum = 0, only_in_listed = 0;
    uint32_t from = at[name], to = at[name + 1];
    x->seen++;
    for (uint32_t i = from; i < to; i++) {
        uint32_t w = words[i];
        const struct WordState *word = &x->word[w];
        initials_listed |= word->word_class == CLASS_INITIAL;
        if (word->stamp != x->stamp) {
            only_in_listed += word->weight;
            continue;
        }
        for (int e = word->entry; e >= 0; e = x->entries[e].next) {
            const struct Entry *entry = &x->entries[e];
            struct Best *best = &x->best[entry->slot];
            if (best->seen != x->seen) {
                *best = (struct Best){x->seen, entry->covers, entry->could, entry->agrees};
                met_slots[met++] = entry->slot;
                continue;
            }
            if (entry->could > best->could) best->could = entry->could;
            if (entry->agrees > best->agrees) best->agrees = entry->agrees;
            if (entry->covers > best->covers) best->covers = entry->covers;
        }
    }
    int64_t agreement = 0, only_in_query = x->query_weight, by_runs = 0, initials = 0;
    for (int i = 0; i < met; i++) {
        const struct Best *best = &x->best[met_slots[i]];
        sum += best->could;
        agreement += best->agrees > 0 ? best->agrees : 0;
        if (met_slots[i] >= count) by_runs += best->covers;
        else only_in_query -= least(best->covers, x->slots[met_slots[i]].weight);
    }
    if (sum < need) return 0;
    if (q->initials || initials_listed) {
        uint8_t by_initial[MAX_WORDS] = {0};
        for (uint32_t i = from; i < to; i++) {
            const struct WordState *word = &x->word[words[i]];
            int explained = 0, first = first_of(x, words[i]);
            for (int j = 0; j < count; j++) {
                const Slot *slot = &x->slots[j];
                if (is_initial(slot->word_class, slot->first, word->word_class, first)
                    || is_initial(word->word_class, first, slot->word_class, slot->first))
                    explained = by_initial[j] = 1;
            }
            if (explained && word->stamp != x->stamp) only_in_listed -= word->weight;
        }
        for (int j = 0; j < count; j++)
            if (by_initial[j]) initials += x->slots[j].weight;
    }
    only_in_query = only_in_query > by_runs ? only_in_query - by_runs : 0;
    int64_t conflict = least(only_in_query - initials, only_in_listed);
    if (conflict < 0) conflict = 0;
    int64_t deviation = THE(CONFLICT) * conflict + THE(ONLY_IN_QUERY) * (only_in_query - conflict)
                        + THE(ONLY_IN_LISTED) * (only_in_listed - conflict);
    return agreement >= t * SCALE * deviation;
}

/* ---- the score ---------------------------------------------------------------------------- */

#define MAX_LINKS 64    /* of two names; bits of a mask */
#define MAX_STEPS 4096  /* in choosing the best of them */
#define UNSCORED -1     /* too many links: the reference is asked */
#define FAILED -2       /* no memory; an error is set */

enum { LINK_WORD, LINK_JOINED, LINK_INITIAL };

typedef struct { /* vigil.names.links.Link; its words stand side by side */
    int kind, asked, asked_count, listed, listed_count, similarity;
    uint64_t asked_bits, listed_bits;
    int64_t weight, gain, cost, covers_query, covers_listed;
} Link;

typedef struct {
    Index *x;
    const Query *q;
    int count;                      /* words of the listed name */
    uint32_t words[MAX_WORDS];
    int classes[MAX_WORDS], lengths[MAX_WORDS], flags[MAX_WORDS];
    int64_t weights[MAX_WORDS];
    Link links[MAX_LINKS], chosen[MAX_WORDS];
    int link_count, chosen_count, steps;
    int is_person;
} Pair;

static uint64_t bits(int from, int count) {
    return (count >= 64 ? ~0ULL : (1ULL << count) - 1) << from;
}

static int64_t asked_weight(const AskedWord *w) { return weight(w->word_class, w->rarity); }

static int add_link(Pair *p, Link link) {
    if (p->link_count == MAX_LINKS) return UNSCORED;
    int lost = AT(p->x, uint16_t, LOST)[link.similarity];
    link.asked_bits = bits(link.asked, link.asked_count);
    link.listed_bits = bits(link.listed, link.listed_count);
    if (link.kind != LINK_INITIAL) {
        link.gain = link.weight * (SCALE - lost);
        link.cost = link.weight * lost;
        link.covers_listed = link.weight;
    }
    p->links[p->link_count++] = link;
    return 0;
}

static const uint8_t *folded_of(Index *x, uint32_t word) {
    return AT(x, uint8_t, FOLDED) + AT(x, uint32_t, FOLDED_AT)[word];
}

/* How alike a word or run of the query and a listed word are; 0: not. */
static int similarity_with(Index *x, int slot, uint32_t word) {
    if (x->word[word].stamp != x->stamp) return 0;
    for (int e = x->word[word].entry; e >= 0; e = x->entries[e].next)
        if (x->entries[e].slot == slot) return x->entries[e].similarity;
    return 0;
}

static int link_words(Pair *p, int i, int j, int alike) {
    const AskedWord *asked = &p->q->words[i];
    uint32_t w = p->words[j];
    if ((asked->flags | p->flags[j]) & SYLLABLE) {
        if (!is_same(asked->text, asked->length, folded_of(p->x, w), p->lengths[j])) return 0;
    } else if (!may_meet(asked->word_class, p->classes[j])) {
        return 0;
    }
    int stem = AT(p->x, uint8_t, WORD_STEM)[w];
    if (alike < THE(SAME_PART) && (asked->stem > 0) != (stem > 0)) return 0;
    int shared = asked->word_class < p->classes[j] ? asked->word_class : p->classes[j];
    return add_link(p, (Link){
        .kind = LINK_WORD, .asked = i, .asked_count = 1, .listed = j, .listed_count = 1,
        .similarity = alike, .weight = weight(shared, AT(p->x, uint16_t, WORD_RARITY)[w]),
        .covers_query = weight(shared, asked->rarity)});
}

/* A run of the query's words that the listed name writes as one. */
static int link_run(Pair *p, int slot, int j, int alike) {
    if (p->lengths[j] < THE(SHORTEST_JOIN) || !is_distinctive(p->classes[j], p->lengths[j])) return 0;
    int begin = p->q->run[slot - p->q->count].begin, end = p->q->run[slot - p->q->count].end;
    int64_t covers = 0;
    int syllable = p->flags[j] & SYLLABLE;
    for (int i = begin; i < end; i++) {
        syllable |= p->q->words[i].flags & SYLLABLE;
        covers += asked_weight(&p->q->words[i]);
        if (similarity_with(p->x, i, p->words[j]) >= alike) return 0;
    }
    if (alike < (syllable ? SCALE : THE(JOIN_FLOOR))) return 0;
    return add_link(p, (Link){
        .kind = LINK_JOINED, .asked = begin, .asked_count = end - begin, .listed = j,
        .listed_count = 1, .similarity = alike, .weight = p->weights[j], .covers_query = covers});
}

/* A run of the listed name's words that the query writes as one. */
static int link_listed_run(Pair *p, int begin, int end) {
    uint8_t text[2 * MAX_LETTERS + 2], room[8 * MAX_LETTERS + 8];
    AskedWord run = {.text = text};
    int64_t covers = 0;
    int syllables = 0;
    for (int j = begin; j < end; j++) {
        if (run.length + p->lengths[j] > 2 * MAX_LETTERS) return UNSCORED;
        memcpy(text + run.length, folded_of(p->x, p->words[j]), p->lengths[j]);
        run.length += p->lengths[j];
        covers += p->weights[j];
        syllables |= p->flags[j] & SYLLABLE;
    }
    if (run.length < THE(SHORTEST_JOIN)) return 0;
    uint8_t *after = room;
    look_at(&run, &after);
    for (int i = 0; i < p->q->count; i++) {
        const AskedWord *w = &p->q->words[i];
        if (w->length < THE(SHORTEST_JOIN) || !is_distinctive(w->word_class, w->length)
            || !is_same(w->strong, w->strong_length, run.strong, run.strong_length))
            continue;
        int alike = similarity_of_forms(w->form, w->form_length, run.form, run.form_length);
        if (alike < ((syllables | (w->flags & SYLLABLE)) ? SCALE : THE(JOIN_FLOOR))) continue;
        int alone = 0;
        for (int j = begin; j < end; j++) alone |= similarity_with(p->x, i, p->words[j]) >= alike;
        if (!alone && add_link(p, (Link){
                .kind = LINK_JOINED, .asked = i, .asked_count = 1, .listed = begin,
                .listed_count = end - begin, .similarity = alike, .weight = covers,
                .covers_query = asked_weight(w)}) < 0)
            return UNSCORED;
    }
    return 0;
}

static int link_listed_runs(Pair *p) {
    for (int begin = 0; begin < p->count; begin++) {
        int singles = 1;
        for (int end = begin + 1; end <= p->count && end - begin <= THE(LONGEST_SPELLING); end++) {
            singles = singles && p->lengths[end - 1] == 1;
            if (end - begin > 1 && (singles || end - begin <= THE(LONGEST_JOIN))
                && link_listed_run(p, begin, end) < 0)
                return UNSCORED;
        }
    }
    return 0;
}

static int link_initials(Pair *p) {
    for (int i = 0; i < p->q->count; i++) {
        const AskedWord *w = &p->q->words[i];
        for (int j = 0; j < p->count; j++) {
            int first = *folded_of(p->x, p->words[j]);
            if ((is_initial(w->word_class, w->text[0], p->classes[j], first)
                 || is_initial(p->classes[j], first, w->word_class, w->text[0]))
                && add_link(p, (Link){
                    .kind = LINK_INITIAL, .asked = i, .asked_count = 1, .listed = j,
                    .listed_count = 1, .similarity = SCALE, .weight = asked_weight(w),
                    .covers_listed = p->weights[j]}) < 0)
                return UNSCORED;
        }
    }
    return 0;
}

/* vigil.names.links.find_links; `parted`: the query may write words of the name as one. */
static int find_links(Pair *p, int parted) {
    Index *x = p->x;
    for (int j = 0; j < p->count; j++) {
        uint32_t w = p->words[j];
        if (x->word[w].stamp != x->stamp) continue;
        for (int e = x->word[w].entry; e >= 0; e = x->entries[e].next) {
            int slot = x->entries[e].slot, alike = x->entries[e].similarity;
            if ((slot < p->q->count ? link_words(p, slot, j, alike) : link_run(p, slot, j, alike)) < 0)
                return UNSCORED;
        }
    }
    if (parted && link_listed_runs(p) < 0) return UNSCORED;
    return link_initials(p);
}

static int by_worth(const void *one, const void *other) { /* vigil.names.assignment.order */
    const Link *a = one, *b = other;
    if (a->gain != b->gain) return a->gain > b->gain ? -1 : 1;
    if (a->cost != b->cost) return a->cost < b->cost ? -1 : 1;
    if (a->covers_listed != b->covers_listed) return a->covers_listed > b->covers_listed ? -1 : 1;
    if (a->covers_query != b->covers_query) return a->covers_query > b->covers_query ? -1 : 1;
    if (a->asked != b->asked) return a->asked - b->asked;
    if (a->asked_count != b->asked_count) return a->asked_count - b->asked_count;
    if (a->listed != b->listed) return a->listed - b->listed;
    return a->listed_count - b->listed_count;
}

typedef struct {
    int64_t gain, cost, covers_listed, covers_query;
    uint64_t links;
} Choice;

static int is_better(const Choice *a, const Choice *b) {
    if (a->gain != b->gain) return a->gain > b->gain;
    if (a->cost != b->cost) return a->cost < b->cost;
    if (a->covers_listed != b->covers_listed) return a->covers_listed > b->covers_listed;
    return a->covers_query > b->covers_query;
}

/* The best disjoint links of a group from a listed word on; -1: too many steps. */
static int best_from(Pair *p, uint64_t group, int j, uint64_t asked, uint64_t listed, Choice *best) {
    *best = (Choice){0, 0, 0, 0, 0};
    if (++p->steps > MAX_STEPS) return UNSCORED;
    uint64_t starting = 0;
    for (; j < p->count && !starting; j++)
        for (uint64_t left = group; left; left &= left - 1) {
            int k = __builtin_ctzll(left);
            if (p->links[k].listed == j) starting |= 1ULL << k;
        }
    if (!starting) return 0;
    if (best_from(p, group, j, asked, listed, best) < 0) return UNSCORED;
    for (; starting; starting &= starting - 1) {
        int k = __builtin_ctzll(starting);
        const Link *link = &p->links[k];
        if ((link->asked_bits & asked) || (link->listed_bits & listed)) continue;
        Choice with;
        if (best_from(p, group, j, asked | link->asked_bits, listed | link->listed_bits, &with) < 0)
            return UNSCORED;
        with.gain += link->gain;
        with.cost += link->cost;
        with.covers_listed += link->covers_listed;
        with.covers_query += link->covers_query;
        with.links |= 1ULL << k;
        if (is_better(&with, best)) *best = with;
    }
    return 0;
}

/* The links of each group that shares words, chosen; vigil.names.assignment.best_links. Of more
 * one-word links of a listed word than the reference surely keeps, the reference is asked. */
static int choose_links(Pair *p, uint64_t among) {
    uint64_t chosen = 0;
    while (among) {
        uint64_t group = among & -among, before = 0;
        while (group != before) {
            before = group;
            uint64_t asked = 0, listed = 0;
            for (uint64_t left = group; left; left &= left - 1) {
                asked |= p->links[__builtin_ctzll(left)].asked_bits;
                listed |= p->links[__builtin_ctzll(left)].listed_bits;
            }
            for (uint64_t left = among; left; left &= left - 1) {
                int k = __builtin_ctzll(left);
                if ((p->links[k].asked_bits & asked) || (p->links[k].listed_bits & listed))
                    group |= 1ULL << k;
            }
        }
        among &= ~group;
        if ((group & (group - 1)) == 0) {
            chosen |= group;
            continue;
        }
        int8_t simple[MAX_WORDS] = {0};
        for (uint64_t left = group; left; left &= left - 1) {
            const Link *link = &p->links[__builtin_ctzll(left)];
            if (link->asked_count == 1 && ++simple[link->listed] > THE(LONGEST_SPELLING))
                return UNSCORED;
        }
        Choice best;
        if (best_from(p, group, 0, 0, 0, &best) < 0) return UNSCORED;
        chosen |= best.links;
    }
    p->chosen_count = 0;
    for (int j = 0; j < p->count; j++)
        for (uint64_t left = chosen; left; left &= left - 1)
            if (p->links[__builtin_ctzll(left)].listed == j)
                p->chosen[p->chosen_count++] = p->links[__builtin_ctzll(left)];
    return 0;
}

static int all_initials(const Link *links, int count) {
    for (int i = 0; i < count; i++)
        if (links[i].kind != LINK_INITIAL) return 0;
    return 1;
}

static int choose(Pair *p, int parted) {
    p->chosen_count = p->link_count = p->steps = 0;
    if (find_links(p, parted) < 0) return UNSCORED;
    if (all_initials(p->links, p->link_count)) return 0;
    qsort(p->links, p->link_count, sizeof(Link), by_worth);
    if (choose_links(p, bits(0, p->link_count)) < 0) return UNSCORED;
    if (!all_initials(p->chosen, p->chosen_count)) return 0;
    uint64_t others = 0;
    for (int k = 0; k < p->link_count; k++)
        if (p->links[k].kind != LINK_INITIAL) others |= 1ULL << k;
    return choose_links(p, others);
}

/* Is a word the same text as the one before it, of another sort? */
static int is_same_text(Index *x, uint32_t word) {
    const uint32_t *at = AT(x, uint32_t, FOLDED_AT);
    const uint8_t *text = AT(x, uint8_t, FOLDED);
    return word > 0 && is_same(text + at[word], (int)(at[word + 1] - at[word]), text + at[word - 1],
                               (int)(at[word] - at[word - 1]));
}

/* How many names hold a word at least this similar to a word of the query, at least 1; a name that holds
 * one text as two sorts of words counts once. */
static int64_t holding(Index *x, const Query *q, int i, int similarity) {
    Slot *slot = &x->slots[i];
    Index *crowd = q->crowd;
    if (!q->words[i].by_letters) {
        int64_t held = least(q->words[i].held, crowd->names);
        return held > 1 ? held : 1;
    }
    const uint32_t *held = AT(crowd, uint32_t, WORD_HELD);
    int64_t count = 0;
    if (similarity < slot->floor || crowd != x) {
        slot = &crowd->whole;
        if (find_similar(crowd, q->words[i].form, q->words[i].form_length, similarity, slot) < 0) return -1;
    }
    for (int j = 0; j < slot->count; j++)
        if (slot->similar[j].similarity >= similarity && !is_same_text(crowd, slot->similar[j].word))
            count += held[slot->similar[j].word];
    count = least(count, crowd->names);
    return count > 1 ? count : 1;
}

/* How many names hold a word of the same canonical form as a listed one; -1: no memory. */
static int64_t holding_same(Index *x, Index *crowd, uint32_t word) {
    if (crowd == x) return AT(x, uint32_t, WORD_SAME)[word];
    const uint32_t *at = AT(x, uint32_t, WORD_AT);
    uint8_t strong[MAX_LETTERS];
    AskedWord w = {.form = AT(x, uint8_t, WORD_TEXT) + at[word], .strong = strong,
                   .form_length = (int)(at[word + 1] - at[word])};
    if (w.form_length > MAX_LETTERS) return 0;
    w.strong_length = make_strong(w.form, w.form_length, strong);
    crowd->whole.count = 0;
    if (find_by_strong(crowd, &w, SCALE, &crowd->whole) < 0) return -1;
    return crowd->whole.count ? AT(crowd, uint32_t, WORD_SAME)[crowd->whole.similar[0].word] : 0;
}

typedef unsigned __int128 Wide;

static int bit_length(Wide number) {
    int length = 0;
    for (; number; number >>= 1) length++;
    return length;
}

#define MOST_TOGETHER 20 /* short words that are multiplied here: 60 bits */

/* λ in millionths; vigil.names.chance.expected_by_chance. UNSCORED: too many short words. */
static int expected_by_chance(Pair *p, Wide *expected) {
    Index *x = p->x;
    Index *crowd = p->q->crowd;
    Wide size = crowd->names > THE(FEWEST_NAMES) ? crowd->names : THE(FEWEST_NAMES);
    int short_words = 0;
    *expected = 1000000 * size;
    for (int k = 0; k < p->chosen_count; k++) {
        const Link *link = &p->chosen[k];
        if (link->kind == LINK_INITIAL) continue;
        int by_listed = link->kind == LINK_JOINED && link->asked_count == 1;
        int from = by_listed ? link->listed : link->asked;
        int to = from + (by_listed ? link->listed_count : link->asked_count);
        for (int i = from; i < to; i++) {
            int word_class = by_listed ? p->classes[i] : p->q->words[i].word_class;
            int is_syllable = (by_listed ? p->flags[i] : p->q->words[i].flags) & SYLLABLE;
            int length = by_listed ? p->lengths[i] : p->q->words[i].length;
            if (!is_counted(word_class)) continue;
            int64_t found = by_listed
                ? least(holding_same(x, crowd, p->words[i]), crowd->names)
                : holding(x, p->q, i, link->kind == LINK_JOINED ? SCALE : link->similarity);
            if (found < 0) return FAILED;
            Wide held = found > 1 ? found : 1;
            if (is_syllable && held < size / THE(SYLLABLES)) held = size / THE(SYLLABLES);
            *expected = *expected * held / size;
            short_words += is_syllable || length <= THE(LONGEST_SYLLABLE);
        }
    }
    if (short_words > MOST_TOGETHER) return UNSCORED;
    for (int i = 1; i < short_words; i++) *expected *= THE(OF_SYLLABLES);
    return 0;
}

static int is_telling(const Pair *p, const Link *link) {
    return link->kind == LINK_JOINED
        || (link->kind == LINK_WORD && is_counted(p->classes[link->listed]));
}

static int points(const Pair *p, const Link *link) { /* Met._is_distinctive */
    return link->kind == LINK_JOINED
        || (link->kind == LINK_WORD
            && is_distinctive(p->classes[link->listed], p->lengths[link->listed]));
}

static int64_t numbers_differ(const Pair *p) {
    int only_asked = 0, only_listed = 0;
    for (int i = 0; i < p->q->count; i++) {
        const AskedWord *w = &p->q->words[i];
        int met = w->word_class != CLASS_NUMBER;
        for (int j = 0; j < p->count && !met; j++)
            met = p->classes[j] == CLASS_NUMBER
                && is_same(w->text, w->length, folded_of(p->x, p->words[j]), p->lengths[j]);
        only_asked |= !met;
    }
    for (int j = 0; j < p->count && only_asked; j++) {
        int met = p->classes[j] != CLASS_NUMBER;
        for (int i = 0; i < p->q->count && !met; i++)
            met = p->q->words[i].word_class == CLASS_NUMBER
                && is_same(p->q->words[i].text, p->q->words[i].length,
                           folded_of(p->x, p->words[j]), p->lengths[j]);
        only_listed |= !met;
    }
    return only_asked && only_listed;
}

/* What is left of both names; a bit for each word. */
typedef struct { uint64_t asked, listed; } Rest;

static Rest rest_of(const Pair *p) {
    Rest rest = {bits(0, p->q->count), bits(0, p->count)};
    for (int k = 0; k < p->chosen_count; k++) {
        rest.asked &= ~p->chosen[k].asked_bits;
        rest.listed &= ~p->chosen[k].listed_bits;
    }
    return rest;
}

/* vigil.names.explanation.ratio, and the parts it is made of */
static int64_t ratio_of(const Pair *p, Rest rest, int64_t chance, uint32_t name) {
    int64_t gain = 0, cost = 0, only_in_query = 0, only_in_listed = 0, initials = 0, fathers = 0;
    for (int i = 0; i < p->q->count; i++) only_in_query += asked_weight(&p->q->words[i]);
    for (int j = 0; j < p->count; j++) {
        only_in_listed += p->weights[j];
        if ((rest.listed >> j & 1) && AT(p->x, uint8_t, WORD_STEM)[p->words[j]])
            fathers += p->weights[j];
    }
    for (int k = 0; k < p->chosen_count; k++) {
        const Link *link = &p->chosen[k];
        gain += link->gain;
        cost += link->cost;
        only_in_query -= link->covers_query;
        only_in_listed -= link->covers_listed;
        if (link->kind == LINK_INITIAL) initials += link->weight;
    }
    if (gain <= 0) return 0;
    int ours = p->q->legal, theirs = AT(p->x, uint8_t, NAME_LEGAL)[name];
    int64_t forms = 0;
    if (!ours != !theirs) forms = THE(LEGAL_ON_ONE_SIDE) * THE(LEGAL_WEIGHT);
    else if (ours && !(ours & theirs) && !((ours | theirs) & THE(LEGAL_COMPANY)))
        forms = THE(LEGAL_OTHER) * THE(LEGAL_WEIGHT);
    int64_t conflict = least(only_in_query - initials, only_in_listed);
    int64_t deviation = SCALE * (THE(CONFLICT) * conflict
            + THE(ONLY_IN_QUERY) * (only_in_query - conflict)
            + THE(ONLY_IN_LISTED) * (only_in_listed - conflict) + forms
            + (numbers_differ(p) ? THE(NUMBER_OTHER) * THE(NUMBER_WEIGHT) : 0))
        + THE(IMPERFECT) * cost;
    int64_t ordinary = least(fathers, only_in_listed - conflict);
    deviation += (deviation - SCALE * THE(ONLY_IN_LISTED) * ordinary) * chance / SCALE;
    int64_t agreement = 100 * gain, whole = agreement + deviation;
    return (2 * 10000 * agreement + whole) / (2 * whole);
}

static int64_t doubt_of(const Pair *p, Wide by_chance, int telling) {
    if (telling < 2) return 0;
    int64_t step = p->is_person ? THE(STEP_PERSON) : THE(STEP_OTHER);
    int64_t over = bit_length(by_chance) - (p->is_person ? THE(FREE_PERSON) : THE(FREE_OTHER));
    return least(THE(MOST_DOUBT), step * (over > 0 ? over : 0));
}

static int64_t times(int64_t score, int64_t factor) { return (score * factor + SCALE / 2) / SCALE; }

/* ---- what lowers: vigil.names.lowering, rule by rule --------------------------------------- */

static int64_t common_words_only(const Pair *p, Rest rest, uint32_t name) {
    int spelt = 0, common = 0;
    for (int k = 0; k < p->chosen_count; k++) {
        spelt += p->classes[p->chosen[k].listed] == CLASS_INITIAL;
        common += p->classes[p->chosen[k].listed] == CLASS_COMMON;
    }
    int enough = spelt >= THE(FEWEST_SPELT) || common >= THE(FEWEST_COMMON);
    int equal = p->chosen_count > 1 || p->q->legal == AT(p->x, uint8_t, NAME_LEGAL)[name];
    for (int k = 0; k < p->chosen_count; k++) equal &= p->chosen[k].similarity == SCALE;
    if (rest.asked || rest.listed) return 0;
    return enough ? SCALE : equal ? THE(OFTEN) : 0;
}

static int same_frame(const Pair *p, const Link *link) {
    if (link->kind != LINK_WORD) return 0;
    const AskedWord *w = &p->q->words[link->asked];
    uint32_t word = p->words[link->listed];
    const uint32_t *at = AT(p->x, uint32_t, WORD_AT);
    uint8_t strong[2 * 1024];
    int length = (int)(at[word + 1] - at[word]);
    if (w->text[0] != *folded_of(p->x, word) || length > 1024) return 0;
    length = make_strong(AT(p->x, uint8_t, WORD_TEXT) + at[word], length, strong);
    return is_same(w->strong, w->strong_length, strong, length);
}

static int64_t lone_word(const Pair *p, const Link *only) {
    int length = 0;
    for (int j = only->listed; j < only->listed + only->listed_count; j++) length += p->lengths[j];
    int is_short = length <= THE(SHORT_WORD) && !same_frame(p, only);
    int64_t left = SCALE - (is_short ? THE(SHORT_LOSS) : THE(LONG_LOSS)) * (SCALE - only->similarity);
    return left > 0 ? left : 0;
}

static int full_asked(const Pair *p, uint64_t places) {
    int full = 0;
    for (; places; places &= places - 1)
        full += is_full(p->q->words[__builtin_ctzll(places)].word_class);
    return full;
}

static int full_listed(const Pair *p, uint64_t places) {
    int full = 0;
    for (; places; places &= places - 1) full += is_full(p->classes[__builtin_ctzll(places)]);
    return full;
}

static int one_word_of_a_person(const Pair *p, Rest rest) {
    if (!p->is_person || p->q->count == 1) return 0;
    if (!full_asked(p, rest.asked) && !full_listed(p, rest.listed)) return 0;
    int full = 0;
    for (int k = 0; k < p->chosen_count; k++) {
        if (p->chosen[k].kind == LINK_INITIAL) {
            int ours = p->q->words[p->chosen[k].asked].word_class == CLASS_INITIAL;
            if (ours ? !full_asked(p, rest.asked) : !full_listed(p, rest.listed)) return 0;
            continue;
        }
        full += (int)least(full_asked(p, p->chosen[k].asked_bits),
                           full_listed(p, p->chosen[k].listed_bits));
    }
    return full < 2;
}

static int other_patronymic(const Pair *p) {
    int asked = 0, listed = 0;
    if (p->q->count < 3 || p->count < 3) return 0;
    for (int i = 0; i < p->q->count; i++) {
        const AskedWord *w = &p->q->words[i];
        if (!w->stem) continue;
        asked = 1;
        uint8_t ours[2 * 256], theirs[2 * 256];
        int our_length = make_canonical(w->text, w->stem, ours);
        for (int j = 0; j < p->count; j++) {
            int stem = AT(p->x, uint8_t, WORD_STEM)[p->words[j]];
            if (!stem) continue;
            listed = 1;
            int their_length = make_canonical(folded_of(p->x, p->words[j]), stem, theirs);
            if (similarity_of_forms(ours, our_length, theirs, their_length)) return 0;
        }
    }
    return asked && listed;
}

typedef struct { int word_class, first; } Sort;

static Sort asked_sort(const Pair *p, int i) {
    return (Sort){p->q->words[i].word_class, p->q->words[i].text[0]};
}

static Sort listed_sort(const Pair *p, int j) {
    return (Sort){p->classes[j], *folded_of(p->x, p->words[j])};
}

static int initial_is_other(const Pair *p, uint64_t ours, Sort (*our)(const Pair *, int),
                            uint64_t theirs, Sort (*their)(const Pair *, int)) {
    int initials = 0, spare = 0;
    for (uint64_t o = ours; o; o &= o - 1) {
        Sort one = our(p, __builtin_ctzll(o));
        if (one.word_class != CLASS_INITIAL) continue;
        initials = 1;
        for (uint64_t t = theirs; t; t &= t - 1) {
            Sort other = their(p, __builtin_ctzll(t));
            if (other.word_class != CLASS_INITIAL && other.word_class != CLASS_PLAIN) continue;
            spare = 1;
            if (is_initial(one.word_class, one.first, other.word_class, other.first)) return 0;
        }
    }
    return initials && spare;
}

static int other_initial(const Pair *p, Rest rest) {
    return p->is_person
        && (initial_is_other(p, rest.asked, asked_sort, rest.listed, listed_sort)
            || initial_is_other(p, rest.listed, listed_sort, rest.asked, asked_sort));
}

static int other_place(const Pair *p, Rest rest) {
    if (p->is_person) return 0;
    for (uint64_t left = rest.asked; left; left &= left - 1)
        if (p->q->words[__builtin_ctzll(left)].flags & PLACE) return 1;
    for (uint64_t left = rest.listed; left; left &= left - 1)
        if (p->flags[__builtin_ctzll(left)] & PLACE) return 1;
    return 0;
}

static int number_on_one_side(const Pair *p, Rest rest) {
    if (p->is_person) return 0;
    for (uint64_t left = rest.asked; left; left &= left - 1) {
        const AskedWord *w = &p->q->words[__builtin_ctzll(left)];
        if (w->word_class == CLASS_NUMBER && w->length <= THE(LONGEST_ORDINAL)) return 1;
    }
    for (uint64_t left = rest.listed; left; left &= left - 1) {
        int j = __builtin_ctzll(left);
        if (p->classes[j] == CLASS_NUMBER && p->lengths[j] <= THE(LONGEST_ORDINAL)) return 1;
    }
    return 0;
}

static int is_left(int word_class) { return word_class != CLASS_PARTICLE && word_class != CLASS_NUMBER; }

static int not_everything_agrees(const Pair *p, Rest rest, const Link *only) {
    for (int k = 0; k < p->chosen_count; k++)
        if (p->chosen[k].similarity < THE(CLOSE_WORD) || p->chosen[k].kind == LINK_INITIAL) return 1;
    if (only && only->similarity < SCALE) return 1;
    for (uint64_t left = rest.asked; left; left &= left - 1)
        if (is_left(p->q->words[__builtin_ctzll(left)].word_class)) return 1;
    for (uint64_t left = rest.listed; left; left &= left - 1)
        if (is_left(p->classes[__builtin_ctzll(left)])) return 1;
    return 0;
}

/* The score of the words of a name, ten-thousandths; 0 when it is below the threshold, UNSCORED. */
static int64_t score_name(Pair *p, uint32_t name, int parted, int *common_only) {
    Index *x = p->x;
    const uint32_t *at = AT(x, uint32_t, NAME_AT), *folded_at = AT(x, uint32_t, FOLDED_AT);
    int kind = AT(x, uint8_t, NAME_KIND)[name];
    if (at[name + 1] - at[name] > MAX_WORDS) return UNSCORED;
    p->count = (int)(at[name + 1] - at[name]);
    p->is_person = kind == KIND_PERSON || (kind == KIND_UNKNOWN && p->q->unknown_is_person);
    for (int j = 0; j < p->count; j++) {
        uint32_t w = AT(x, uint32_t, NAME_WORDS)[at[name] + j];
        p->words[j] = w;
        p->classes[j] = AT(x, uint16_t, WORD_CLASS)[w];
        p->flags[j] = AT(x, uint8_t, WORD_FLAGS)[w];
        p->lengths[j] = (int)(folded_at[w + 1] - folded_at[w]);
        p->weights[j] = weight(p->classes[j], AT(x, uint16_t, WORD_RARITY)[w]);
    }
    if (choose(p, parted) < 0) return UNSCORED;
    Rest rest = rest_of(p);
    int64_t threshold = p->q->threshold, score = p->chosen_count ? ratio_of(p, rest, 0, name) : 0;
    if (score < threshold || score == 0) return 0;
    Wide by_chance;
    int reckoned = expected_by_chance(p, &by_chance);
    if (reckoned < 0) return reckoned;
    int telling = 0, distinctive = 0;
    const Link *only = NULL;
    for (int k = 0; k < p->chosen_count; k++) {
        telling += is_telling(p, &p->chosen[k]);
        if (points(p, &p->chosen[k])) {
            distinctive++;
            only = &p->chosen[k];
        }
    }
    if (distinctive != 1) only = NULL;
    *common_only = distinctive == 0;
    score = ratio_of(p, rest, doubt_of(p, by_chance, telling), name);
    if (distinctive == 0) score = times(score, common_words_only(p, rest, name));
    if (only && only->similarity < SCALE) score = times(score, lone_word(p, only));
    if (one_word_of_a_person(p, rest)) score = times(score, THE(ONE_WORD));
    if (other_patronymic(p)) score = times(score, THE(OTHER_PATRONYMIC));
    if (other_initial(p, rest)) score = times(score, THE(OTHER_INITIAL));
    if (other_place(p, rest)) score = times(score, THE(OTHER_PLACE));
    if (p->is_person && full_asked(p, rest.asked) && full_listed(p, rest.listed))
        score = times(score, THE(OTHER_NAME));
    if (number_on_one_side(p, rest)) score = times(score, THE(NUMBER_ON_ONE_SIDE));
    if (p->is_person && telling > 1 && by_chance >= (Wide)THE(FEW_BY_CHANCE))
        score = least(score, THE(OFTEN) * 10000 / SCALE);
    if (not_everything_agrees(p, rest, only)) score = least(score, THE(NO_STOP) * 10000 / SCALE);
    return score < threshold ? 0 : score;
}

/* ---- the search --------------------------------------------------------------------------- */

static void next_stamp(Index *x) {
    if (++x->stamp == 0) {
        for (uint32_t w = 0; w < x->words; w++) x->word[w].stamp = 0;
        memset(x->parted_stamp, 0, x->names * sizeof(uint32_t));
        x->stamp = 1;
    }
}

static int keep_scored(Index *x, Pair *p, uint32_t name) {
    int common_only = 0;
    int64_t score = score_name(p, name, x->parted_stamp[name] == x->stamp, &common_only);
    if (score == FAILED) return -1;
    if (score == 0) return 0;
    if (x->found_count == x->found_room) {
        int room = x->found_room ? x->found_room * 2 : 64;
        void *grown = PyMem_Realloc(x->found, room * sizeof(*x->found));
        if (!grown) { PyErr_NoMemory(); return -1; }
        x->found = grown;
        x->found_room = room;
    }
    x->found[x->found_count++] = (struct Found){name, (int32_t)score, common_only};
    return 0;
}

/* Names that part what the query writes as one: few, and no bound is kept for them. */
static int walk_parted(Index *x, Pair *p) {
    const uint32_t *at = AT(x, uint32_t, RUN_AT), *runs = AT(x, uint32_t, RUN_OF_KEY);
    const uint32_t *text_at = AT(x, uint32_t, RUN_TEXT_AT), *names_at = AT(x, uint32_t, RUN_NAMES_AT);
    const uint32_t *names = AT(x, uint32_t, RUN_NAMES);
    uint32_t marked = 0;
    for (int i = 0; i < p->q->count; i++) {
        const AskedWord *w = &p->q->words[i];
        if (w->length < THE(SHORTEST_JOIN) || !is_distinctive(w->word_class, w->length)) continue;
        int64_t found = find_key(x, RUN_KEY, text_key(w->strong, w->strong_length));
        for (uint32_t k = found < 0 ? 0 : at[found]; found >= 0 && k < at[found + 1]; k++) {
            uint32_t run = runs[k];
            int alike = similarity_of_forms(w->form, w->form_length,
                                            AT(x, uint8_t, RUN_TEXT) + text_at[run],
                                            (int)(text_at[run + 1] - text_at[run]));
            if (alike < THE(JOIN_FLOOR)) continue;
            for (uint32_t n = names_at[run]; n < names_at[run + 1]; n++) {
                if (x->parted_stamp[names[n]] == x->stamp) continue;
                x->parted_stamp[names[n]] = x->stamp;
                x->met[marked++] = names[n];
            }
        }
    }
    for (uint32_t k = 0; k < marked; k++)
        if (keep_scored(x, p, x->met[k]) < 0) return -1;
    return 0;
}

#define WHOLE 16000 /* the need, in the small numbers that are summed up for each name */

/* Sums up for each name what its words could add, rounded up, and scores those that may reach the
 * need. The upper half of a sum says which search it is of. */
static int walk(Index *x, Pair *p, int64_t need) {
    const uint32_t *names_at = AT(x, uint32_t, NAMES_AT), *names = AT(x, uint32_t, NAMES);
    const uint32_t *name_at = AT(x, uint32_t, NAME_AT), *words = AT(x, uint32_t, NAME_WORDS);
    uint32_t met = 0;
    if (++x->epoch == 1u << 16) {
        memset(x->sums, 0, (x->names + 1) * sizeof(uint32_t));
        x->epoch = 1;
    }
    uint32_t epoch = x->epoch << 16;
    if (need < 1) need = 1;
    for (int i = 0; i < p->q->slots; i++) {
        const Slot *slot = &x->slots[i];
        for (int j = 0; j < slot->count; j++) {
            const Similar *s = &slot->similar[j];
            int64_t share = (s->could * WHOLE + need - 1) / need;
            uint32_t adds = share > WHOLE ? WHOLE : (uint32_t)share;
            if (!adds) continue;
            for (uint32_t k = names_at[s->word], end = names_at[s->word + 1]; k < end; k++) {
                uint32_t name = names[k], held = x->sums[name];
                uint32_t sum = (held & 0xFFFF0000u) == epoch ? held & 0xFFFF : 0;
                uint32_t now = sum + adds > 0xFFFF ? 0xFFFF : sum + adds;
                x->sums[name] = epoch | now;
                x->met[met] = name;
                met += sum < WHOLE && now >= WHOLE;
            }
        }
    }
    for (uint32_t k = 0; k < met; k++) {
        uint32_t name = x->met[k];
        if (k + 8 < met) __builtin_prefetch(&name_at[x->met[k + 8]]);
        if (k + 4 < met) __builtin_prefetch(&words[name_at[x->met[k + 4]]]);
        if (k + 2 < met)
            for (uint32_t i = name_at[x->met[k + 2]]; i < name_at[x->met[k + 2] + 1]; i++)
                __builtin_prefetch(&x->word[words[i]]);
        if (x->parted_stamp[name] == x->stamp) continue;
        if (can_reach(x, name, p->q, need) && keep_scored(x, p, name) < 0) return -1;
    }
    return 0;
}

/* The runs of the query that a listed name writes as one word, each a slot. */
static int read_runs(Index *x, Query *q, uint8_t *room) {
    q->slots = q->count;
    for (int begin = 0; begin < q->count; begin++) {
        AskedWord run = {.length = 0};
        int singles = 1;
        int64_t explains = 0;
        for (int end = begin + 1; end <= q->count && end - begin <= THE(LONGEST_SPELLING); end++) {
            const AskedWord *last = &q->words[end - 1];
            singles = singles && last->length == 1;
            if (end - begin > THE(LONGEST_JOIN) && !singles) break;
            memcpy(room + run.length, last->text, last->length);
            run.length += last->length;
            explains += asked_weight(last);
            if (end - begin < 2 || run.length < THE(SHORTEST_JOIN)) continue;
            uint8_t *after = room + run.length;
            run.text = room;
            look_at(&run, &after);
            Slot *slot = &x->slots[q->slots];
            *slot = (Slot){.similar = slot->similar, .room = slot->room, .explains = (int32_t)explains};
            if (find_by_strong(x, &run, (int)THE(JOIN_FLOOR), slot) < 0) return -1;
            if (slot->count) {
                q->run[q->slots - q->count].begin = begin;
                q->run[q->slots - q->count].end = end;
                q->slots++;
            }
        }
    }
    return 0;
}

/* Finds the listed words similar to each of the query's and what each could add. */
static int find_words(Index *x, Query *q) {
    for (int i = 0; i < q->slots; i++) {
        Slot *slot = &x->slots[i];
        const AskedWord *w = &q->words[i];
        if (i < q->count && w->by_letters
            && (w->row < 0 ? find_similar(x, w->form, w->form_length, FLOOR, slot)
                           : read_row(x, w->row, slot)) < 0)
            return -1;
        for (int j = 0; j < slot->count; j++) weigh_similar(x, slot, &slot->similar[j], q->threshold - 1);
    }
    return 0;
}

static int read_words(Index *x, PyObject *words, Query *q, uint8_t **room) {
    for (int i = 0; i < q->count; i++) {
        AskedWord *w = &q->words[i];
        const char *text;
        Py_ssize_t length;
        if (!PyTuple_Check(PyTuple_GET_ITEM(words, i))) {
            PyErr_SetString(PyExc_TypeError, "a word is a tuple");
            return -1;
        }
        if (!PyArg_ParseTuple(PyTuple_GET_ITEM(words, i), "y#iii", &text, &length, &w->word_class,
                              &w->flags, &w->stem))
            return -1;
        w->text = (const uint8_t *)text;
        w->length = (int)length;
        if (length < 1 || w->stem < 0 || w->stem > 255 || w->stem > length) {
            PyErr_SetString(PyExc_ValueError, "a word has letters, its stem at most 255 of them");
            return -1;
        }
        look_at(w, room);
        look_up_word(x, q->crowd, w);
        q->initials |= w->word_class == CLASS_INITIAL;
        Slot *slot = &x->slots[i];
        *slot = (Slot){.similar = slot->similar, .room = slot->room, .word_class = w->word_class,
                       .rarity = w->rarity, .first = w->text[0], .flags = w->flags,
                       .weight = (int32_t)asked_weight(w)};
        if (!w->by_letters && find_by_strong(x, w, SCALE, slot) < 0) return -1;
    }
    return 0;
}

PyDoc_STRVAR(search_doc,
"search(words, legal, unknown_is_person, threshold, crowd) -> list[tuple[int, int, bool]]\n--\n\n"
"Every name whose words reach the threshold, in no order: its place, its score in ten-thousandths\n"
"(-1: to be scored by the reference) and whether only common words met.\n\n"
"words: a tuple for each, at most 64: folded text as bytes, class, flags (1 syllable, 2 place),\n"
"letters before the ending of a father's name or 0. legal: a bit for each class of legal form.\n"
"unknown_is_person: bearers of no known kind are people. threshold: ten-thousandths. crowd: the\n"
"Index whose names say how rare words are, most often this one.");

static PyTypeObject index_type;

static PyObject *search(Index *x, PyObject *args) {
    PyObject *words;
    static Query q; /* one search at a time; too large to be cleared each time */
    static Pair pair;
    long long threshold;
    q.initials = 0;
    if (!PyArg_ParseTuple(args, "O!ipLO!", &PyTuple_Type, &words, &q.legal, &q.unknown_is_person,
                          &threshold, &index_type, &q.crowd))
        return NULL;
    if (PyTuple_GET_SIZE(words) > MAX_WORDS || threshold < 1 || threshold > 10000)
        return PyErr_Format(PyExc_ValueError, "at most %d words, and a threshold of 1 to 10000", MAX_WORDS);
    q.count = (int)PyTuple_GET_SIZE(words);
    q.threshold = threshold;
    size_t letters = 0;
    for (int i = 0; i < q.count; i++) {
        PyObject *word = PyTuple_GET_ITEM(words, i);
        if (PyTuple_Check(word) && PyTuple_GET_SIZE(word) && PyBytes_Check(PyTuple_GET_ITEM(word, 0)))
            letters += PyBytes_GET_SIZE(PyTuple_GET_ITEM(word, 0));
    }
    uint8_t *room = PyMem_Malloc(12 * letters + 64), *after = room; /* forms, then a run at a time */
    if (!room) return PyErr_NoMemory();
    next_stamp(x);
    x->found_count = 0;
    PyObject *answer = NULL;
    pair.x = x;
    pair.q = &q;
    if (read_words(x, words, &q, &after) < 0 || read_runs(x, &q, after) < 0) goto done;
    int64_t t = q.threshold - 1;
    x->query_weight = 0;
    for (int i = 0; i < q.count; i++) x->query_weight += x->slots[i].weight;
    int64_t need = SCALE * THE(ONLY_IN_QUERY) * x->query_weight * t;
    if (find_words(x, &q) < 0 || note_entries(x, q.slots) < 0 || walk_parted(x, &pair) < 0
        || walk(x, &pair, need) < 0)
        goto done;
    answer = PyList_New(x->found_count);
    for (int i = 0; answer && i < x->found_count; i++) {
        const struct Found *f = &x->found[i];
        PyObject *row = Py_BuildValue("IiO", f->name, f->score, f->common_only ? Py_True : Py_False);
        if (!row) { Py_CLEAR(answer); break; }
        PyList_SET_ITEM(answer, i, row);
    }
done:
    PyMem_Free(room);
    return answer;
}

/* ---- Python ------------------------------------------------------------------------------- */

PyDoc_STRVAR(similar_doc,
"similar(word) -> list[tuple[int, int]]\n--\n\n"
"Every listed word compared by letters that is similar to the canonical form: place, similarity.");

static PyObject *similar(Index *x, PyObject *args) {
    const char *text;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(args, "y#", &text, &length)) return NULL;
    Slot *slot = &x->slots[0];
    slot->count = 0;
    if (length <= MAX_LETTERS && find_similar(x, (const uint8_t *)text, (int)length, FLOOR, slot) < 0)
        return NULL;
    PyObject *found = PyList_New(slot->count);
    for (int i = 0; found && i < slot->count; i++) {
        PyObject *pair = Py_BuildValue("Ii", slot->similar[i].word, slot->similar[i].similarity);
        if (!pair) { Py_CLEAR(found); break; }
        PyList_SET_ITEM(found, i, pair);
    }
    return found;
}

static void index_dealloc(Index *x) {
    for (int i = 0; i < x->holding; i++) PyBuffer_Release(&x->held[i]);
    for (int i = 0; i < MAX_SLOTS; i++) PyMem_Free(x->slots[i].similar);
    for (int i = 0; x->known && i < KNOWN; i++) PyMem_Free(x->known[i].pairs);
    PyMem_Free(x->known); PyMem_Free(x->found); PyMem_Free(x->packed); PyMem_Free(x->of_bag);
    PyMem_Free(x->whole.similar); PyMem_Free(x->parted_stamp);
    PyMem_Free(x->sums); PyMem_Free(x->word);
    PyMem_Free(x->near); PyMem_Free(x->near_words); PyMem_Free(x->letters_cost); PyMem_Free(x->met);
    PyMem_Free(x->skeleton_of); PyMem_Free(x->entries);
    Py_TYPE(x)->tp_free((PyObject *)x);
}

/* What is asked of skeletons and bags again and again, side by side. */
static void look_at_bags(Index *x) {
    const uint32_t *text_at = AT(x, uint32_t, SKELETON_TEXT_AT);
    const uint32_t *skeletons = AT(x, uint32_t, BAG_SKELETONS), *words = AT(x, uint32_t, SKELETON_WORDS);
    for (uint32_t k = 0; k < x->skeletons; k++) {
        x->packed[k] = pack(AT(x, uint8_t, SKELETON_TEXT) + text_at[k], (int)(text_at[k + 1] - text_at[k]));
        for (uint32_t w = words[k]; w < words[k + 1]; w++) x->skeleton_of[w] = k;
    }
    for (uint32_t bag = 0; bag < x->bags; bag++) {
        struct BagLetters of = {0, ~0ULL};
        for (uint32_t w = words[skeletons[bag]]; w < words[skeletons[bag + 1]]; w++) {
            x->letters_cost[w] = (uint16_t)cost_of_letters(AT(x, uint64_t, WORD_LETTERS)[w]);
            of.any |= AT(x, uint64_t, WORD_LETTERS)[w];
            of.all &= AT(x, uint64_t, WORD_LETTERS)[w];
        }
        x->of_bag[bag] = of;
    }
}

static PyObject *index_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    PyObject *arrays;
    (void)kwargs;
    if (!PyArg_ParseTuple(args, "O!", &PyTuple_Type, &arrays)) return NULL;
    if (PyTuple_GET_SIZE(arrays) != ARRAYS)
        return PyErr_Format(PyExc_ValueError, "%d arrays are needed", ARRAYS);
    Index *x = (Index *)type->tp_alloc(type, 0);
    if (!x) return NULL;
    for (int i = 0; i < ARRAYS; i++) {
        if (PyObject_GetBuffer(PyTuple_GET_ITEM(arrays, i), &x->held[i], PyBUF_C_CONTIGUOUS) < 0) {
            Py_DECREF(x);
            return NULL;
        }
        x->holding = i + 1;
    }
    x->words = (uint32_t)(x->held[WORD_AT].len / 4 - 1);
    x->shapes = (uint32_t)(x->held[SHAPE].len / 2);
    x->bags = (uint32_t)(x->held[BAG].len / 8);
    x->skeletons = (uint32_t)(x->held[SKELETON_WORDS].len / 4 - 1);
    x->names = (uint32_t)(x->held[NAME_AT].len / 4 - 1);
    int whole = x->held[NAMES_AT].len / 4 == x->words + 1 && x->held[WORD_CLASS].len / 2 == x->words
        && x->held[WORD_RARITY].len / 2 == x->words && x->held[WORD_LETTERS].len / 8 == x->words
        && x->held[SHAPE_BAGS].len / 4 == x->shapes + 1 && x->held[BAG_SKELETONS].len / 4 == x->bags + 1
        && x->held[SKELETON_TEXT_AT].len / 4 == x->skeletons + 1 && x->held[LOST].len / 2 == SCALE + 1;
    whole = whole && x->held[FOLDED_AT].len / 4 == x->words + 1 && x->held[WORD_FLAGS].len == x->words
        && x->held[WORD_STEM].len == x->words && x->held[WORD_HELD].len / 4 == x->words
        && x->held[WORD_SAME].len / 4 == x->words && x->held[NAME_LEGAL].len == x->names
        && x->held[NAME_KIND].len == x->names
        && x->held[TEXT_KEY].len / 8 == x->held[TEXT_WORD].len / 4
        && x->held[STRONG_KEY].len / 8 + 1 == x->held[STRONG_AT].len / 4
        && x->held[RUN_KEY].len / 8 + 1 == x->held[RUN_AT].len / 4
        && x->held[RUN_TEXT_AT].len == x->held[RUN_NAMES_AT].len
        && x->held[NEAR_WORD].len + 4 == x->held[NEAR_AT].len
        && x->held[NEAR_WORDS].len == 2 * x->held[NEAR_SIMILARITY].len;
    for (int i = 0; i < ARRAYS; i++) whole = whole && x->held[i].len % item_size[i] == 0;
    if (!whole) {
        Py_DECREF(x);
        PyErr_SetString(PyExc_ValueError, "the arrays do not fit together");
        return NULL;
    }
    x->sums = PyMem_Calloc(x->names + 1, 4);
    x->word = PyMem_Calloc(x->words + 1, sizeof(struct WordState));
    x->near = PyMem_Calloc(x->bags + 1, 4);
    x->known = PyMem_Calloc(KNOWN, sizeof(struct Known));
    x->met = PyMem_Calloc(x->names + 2, 4);
    x->parted_stamp = PyMem_Calloc(x->names + 1, 4);
    x->packed = PyMem_Calloc(x->skeletons + 1, 8);
    x->by_letters = AT(x, uint32_t, SKELETON_WORDS)[x->skeletons];
    x->of_bag = PyMem_Calloc(x->bags + 1, sizeof(struct BagLetters));
    x->near_words = PyMem_Calloc(x->by_letters + 1, 4);
    x->letters_cost = PyMem_Calloc(x->by_letters + 1, 2);
    x->skeleton_of = PyMem_Calloc(x->by_letters + 1, 4);
    if (!x->sums || !x->word || !x->near || !x->met || !x->known || !x->parted_stamp || !x->packed
        || !x->of_bag || !x->near_words || !x->letters_cost || !x->skeleton_of) {
        Py_DECREF(x);
        return PyErr_NoMemory();
    }
    for (uint32_t w = 0; w < x->words; w++) {
        struct WordState *word = &x->word[w];
        word->word_class = AT(x, uint16_t, WORD_CLASS)[w];
        word->weight = (uint16_t)weight(word->word_class, AT(x, uint16_t, WORD_RARITY)[w]);
    }
    look_at_bags(x);
    return (PyObject *)x;
}

static PyMethodDef index_methods[] = {
    {"search", (PyCFunction)search, METH_VARARGS, search_doc},
    {"similar", (PyCFunction)similar, METH_VARARGS, similar_doc},
    {NULL, NULL, 0, NULL},
};

static PyTypeObject index_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "vigil.names._kernel.Index",
    .tp_doc = "Listed names as flat arrays, searched. One thread at a time.",
    .tp_basicsize = sizeof(Index),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = index_new,
    .tp_dealloc = (destructor)index_dealloc,
    .tp_methods = index_methods,
};

PyDoc_STRVAR(distance_doc,
"edit_distance(a, b, most) -> int\n--\n\n"
"The weighted distance of two canonical forms of ASCII letters, 20 to a full edit; any value above\n"
"`most` when it is more. Forms of more than 32 letters raise ValueError.");

static PyObject *py_edit_distance(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    (void)self;
    if (n != 3 || !PyUnicode_IS_COMPACT_ASCII(args[0]) || !PyUnicode_IS_COMPACT_ASCII(args[1])) {
        PyErr_SetString(PyExc_TypeError, "edit_distance takes two ASCII texts and a number");
        return NULL;
    }
    Py_ssize_t la = PyUnicode_GET_LENGTH(args[0]), lb = PyUnicode_GET_LENGTH(args[1]);
    long most = PyLong_AsLong(args[2]);
    if (most == -1 && PyErr_Occurred()) return NULL;
    if (la > MAX_LETTERS || lb > MAX_LETTERS)
        return PyErr_Format(PyExc_ValueError, "at most %d letters", MAX_LETTERS);
    if (most > 2 * MAX_LETTERS * EDIT) most = 2 * MAX_LETTERS * EDIT;
    return PyLong_FromLong(edit_distance(PyUnicode_1BYTE_DATA(args[0]), (int)la,
                                         PyUnicode_1BYTE_DATA(args[1]), (int)lb, (int)most));
}

PyDoc_STRVAR(similarity_doc,
"similarity(a, b) -> int\n--\n\n"
"vigil.names.token_similarity.similarity_of_forms of two canonical forms.");

static PyObject *py_similarity(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    (void)self;
    if (n != 2 || !PyUnicode_Check(args[0]) || !PyUnicode_IS_COMPACT_ASCII(args[0])
        || !PyUnicode_Check(args[1]) || !PyUnicode_IS_COMPACT_ASCII(args[1])) {
        PyErr_SetString(PyExc_TypeError, "similarity takes two ASCII texts");
        return NULL;
    }
    Py_ssize_t la = PyUnicode_GET_LENGTH(args[0]), lb = PyUnicode_GET_LENGTH(args[1]);
    if (la > INT_MAX || lb > INT_MAX) return PyErr_Format(PyExc_ValueError, "the word is too long");
    return PyLong_FromLong(similarity_of_forms(PyUnicode_1BYTE_DATA(args[0]), (int)la,
                                               PyUnicode_1BYTE_DATA(args[1]), (int)lb));
}

PyDoc_STRVAR(canonical_doc,
"canonical(word) -> str\n--\n\n"
"vigil.names.token_similarity.canonical of a folded word.");
PyDoc_STRVAR(strong_letters_doc,
"strong_letters(word) -> str\n--\n\n"
"vigil.names.token_similarity.strong_letters of a folded word.");

static PyObject *formed(PyObject *word, int only_strong) {
    uint8_t few[4 * 64], *form = few;
    if (!PyUnicode_Check(word) || !PyUnicode_IS_COMPACT_ASCII(word)) {
        PyErr_SetString(PyExc_TypeError, "an ASCII text is needed");
        return NULL;
    }
    Py_ssize_t length = PyUnicode_GET_LENGTH(word);
    if (length > INT_MAX / 4) return PyErr_Format(PyExc_ValueError, "the word is too long");
    if (length > 64 && !(form = PyMem_Malloc(4 * (size_t)length))) return PyErr_NoMemory();
    int n = make_canonical(PyUnicode_1BYTE_DATA(word), (int)length, form);
    if (only_strong) n = make_strong(form, n, form);
    PyObject *told = PyUnicode_DecodeASCII((const char *)form, n, NULL);
    if (form != few) PyMem_Free(form);
    return told;
}

static PyObject *py_canonical(PyObject *self, PyObject *word) {
    (void)self;
    return formed(word, 0);
}

static PyObject *py_strong_letters(PyObject *self, PyObject *word) {
    (void)self;
    return formed(word, 1);
}

/* ---- making the arrays -------------------------------------------------------------------- */

/* The bulk work of vigil.index.arrays. Each function here is one of vigil.index.plain_arrays and
 * gives the same bytes; a property test compares them array for array. Words are folded (a to z and
 * 0 to 9) and stand one after another in a text, with the places where they begin. */

#define LONGEST_JOIN 3     /* vigil.names.links */
#define LONGEST_SPELLING 8
#define SHORTEST_JOIN 4
#define LONGEST_RUN 4096   /* letters: more than a name may have */
#define RADIX_BITS 11
#define RADIX (1 << RADIX_BITS)

typedef struct { uint8_t *at; size_t size, room; } Bytes; /* grows at its end */

static inline int reserve(Bytes *b, size_t more) {
    if (b->size + more <= b->room) return 0;
    size_t room = b->room * 2 > b->size + more ? b->room * 2 : b->size + more + 4096;
    uint8_t *grown = PyMem_Realloc(b->at, room);
    if (!grown) { PyErr_NoMemory(); return -1; }
    b->at = grown;
    b->room = room;
    return 0;
}

static inline int append(Bytes *b, const void *data, size_t size) {
    if (size == 0) return 0;
    if (reserve(b, size) < 0) return -1;
    memcpy(b->at + b->size, data, size);
    b->size += size;
    return 0;
}

static inline int append_u32(Bytes *b, size_t number) {
    if (number > UINT32_MAX) { PyErr_SetString(PyExc_OverflowError, "too much for one index"); return -1; }
    uint32_t one = (uint32_t)number;
    return append(b, &one, 4);
}

/* A tuple of what was built; frees it in any case. */
static PyObject *built(Bytes *columns, int count, int failed) {
    PyObject *all = failed ? NULL : PyTuple_New(count);
    for (int i = 0; i < count; i++) {
        PyObject *one = all ? PyBytes_FromStringAndSize((char *)columns[i].at, columns[i].size) : NULL;
        PyMem_Free(columns[i].at);
        if (one) PyTuple_SET_ITEM(all, i, one);
        else Py_CLEAR(all);
    }
    return all;
}

/* Arguments of a function: C-contiguous buffers whose items have the sizes given. */
static int take_buffers(PyObject *const *args, Py_ssize_t n, const char *sizes, Py_buffer *out) {
    Py_ssize_t wanted = (Py_ssize_t)strlen(sizes);
    if (n != wanted) { PyErr_Format(PyExc_TypeError, "%zd arrays are needed", wanted); return -1; }
    for (Py_ssize_t i = 0; i < n; i++) {
        int taken = PyObject_GetBuffer(args[i], &out[i], PyBUF_C_CONTIGUOUS) == 0;
        if (taken && out[i].len % (sizes[i] - '0') == 0) continue;
        if (taken) PyErr_SetString(PyExc_ValueError, "an array has items of another size");
        for (Py_ssize_t j = 0; j < i + taken; j++) PyBuffer_Release(&out[j]);
        return -1;
    }
    return 0;
}

static void release_buffers(Py_buffer *held, int count) {
    for (int i = 0; i < count; i++) PyBuffer_Release(&held[i]);
}

/* Do the places rise to the end of what they cut? */
static int are_places(const Py_buffer *at, size_t end) {
    const uint32_t *p = at->buf;
    size_t n = at->len / 4;
    int good = n > 0 && p[0] == 0 && p[n - 1] == end;
    for (size_t i = 1; good && i < n; i++) good = p[i - 1] <= p[i];
    if (!good) PyErr_SetString(PyExc_ValueError, "places must rise from 0 to the end");
    return good;
}

static int are_below(const Py_buffer *numbers, size_t limit) {
    const uint32_t *p = numbers->buf;
    for (Py_ssize_t i = 0; i < numbers->len / 4; i++)
        if (p[i] >= limit) { PyErr_SetString(PyExc_ValueError, "a number is out of range"); return 0; }
    return 1;
}

/* Words as places, text, a class and a flag each. */
static int are_words(const Py_buffer *in) {
    Py_ssize_t words = in[0].len / 4 - 1;
    if (!are_places(&in[0], in[1].len)) return 0;
    if (in[2].len / 2 == words && in[3].len == words) return 1;
    PyErr_SetString(PyExc_ValueError, "each word has a class and a flag");
    return 0;
}

typedef struct { uint64_t key; uint32_t value; } Keyed;

/* Rising keys; equal ones stay in their order. Returns where they are: `rows` or `spare`. The upper
 * half by counting, where hashes hardly meet; what is left is nearly sorted. */
static Keyed *sort_keyed(Keyed *rows, Keyed *spare, size_t n) {
    for (int shift = 64 - 3 * RADIX_BITS; shift < 64; shift += RADIX_BITS) {
        size_t begin[RADIX] = {0}, sum = 0;
        for (size_t i = 0; i < n; i++) begin[rows[i].key >> shift & (RADIX - 1)]++;
        if (n == 0 || begin[rows[0].key >> shift & (RADIX - 1)] == n) continue;
        for (int b = 0; b < RADIX; b++) { size_t count = begin[b]; begin[b] = sum; sum += count; }
        for (size_t i = 0; i < n; i++) spare[begin[rows[i].key >> shift & (RADIX - 1)]++] = rows[i];
        Keyed *turned = rows; rows = spare; spare = turned;
    }
    for (size_t i = 1; i < n; i++) {
        Keyed row = rows[i];
        size_t at = i;
        for (; at > 0 && rows[at - 1].key > row.key; at--) rows[at] = rows[at - 1];
        rows[at] = row;
    }
    return rows;
}

typedef struct { /* what the order of words goes by, one after the other */
    uint64_t shape, bag;
    const uint8_t *skeleton, *text;
    uint32_t strong, length, number;
    uint16_t word_class;
    uint8_t syllable;
} Placed;

static int by_bytes(const uint8_t *a, size_t la, const uint8_t *b, size_t lb) {
    int differ = memcmp(a, b, la < lb ? la : lb);
    return differ ? differ : (la > lb) - (la < lb);
}

static int by_place(const void *one, const void *other) {
    const Placed *a = one, *b = other;
    if (a->shape != b->shape) return a->shape < b->shape ? -1 : 1;
    if (a->bag != b->bag) return a->bag < b->bag ? -1 : 1;
    int differ = memcmp(a->skeleton, b->skeleton, a->strong);
    if (!differ) differ = by_bytes(a->text, a->length, b->text, b->length);
    if (!differ) differ = (int)a->word_class - (int)b->word_class;
    return differ ? differ : (int)a->syllable - (int)b->syllable;
}

/* order_words(text_at, text, class, is_syllable)
 *     -> (order, place_of, text_at, text, class, is_syllable), the last four in the order */
static PyObject *order_words(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    enum { ORDER, PLACE_OF, TEXT_AT, TEXT, CLASS, SYLLABLE, COLUMNS };
    Py_buffer in[4];
    Bytes out[COLUMNS] = {{0}}, form = {0};
    (void)self;
    if (take_buffers(args, n, "4121", in) < 0) return NULL;
    size_t words = in[0].len / 4 - 1, used = 0;
    const uint32_t *at = in[0].buf;
    const uint8_t *text = in[1].buf;
    Placed *rows = PyMem_Malloc((words + 1) * sizeof(*rows));
    uint8_t *skeletons = PyMem_Malloc(2 * in[1].len + 1);
    int failed = !are_words(in) || !rows || !skeletons || reserve(&out[PLACE_OF], 4 * words) < 0;
    for (size_t w = 0; !failed && w < words; w++) {
        size_t length = at[w + 1] - at[w];
        Placed *row = &rows[w];
        form.size = 0;
        if (reserve(&form, 2 * length + 1) < 0) { failed = 1; break; }
        size_t letters = make_canonical(text + at[w], (int)length, form.at);
        int compared = letters <= MAX_LETTERS && !has_digit(form.at, letters);
        *row = (Placed){.skeleton = skeletons + used, .text = text + at[w], .length = (uint32_t)length,
                        .number = (uint32_t)w, .word_class = ((const uint16_t *)in[2].buf)[w],
                        .syllable = ((const uint8_t *)in[3].buf)[w]};
        if (compared) row->strong = (uint32_t)make_skeleton(form.at, (int)letters, skeletons + used);
        row->shape = (uint64_t)!compared << 62 | (uint64_t)row->strong << 32 | letters;
        row->bag = make_bag(row->skeleton, (int)row->strong);
        used += row->strong;
    }
    if (!failed) qsort(rows, words, sizeof(*rows), by_place);
    failed = failed || append_u32(&out[TEXT_AT], 0) < 0;
    for (size_t w = 0; !failed && w < words; w++) {
        ((uint32_t *)out[PLACE_OF].at)[rows[w].number] = (uint32_t)w;
        failed = append_u32(&out[ORDER], rows[w].number) < 0
            || append(&out[TEXT], rows[w].text, rows[w].length) < 0
            || append_u32(&out[TEXT_AT], out[TEXT].size) < 0
            || append(&out[CLASS], &rows[w].word_class, 2) < 0
            || append(&out[SYLLABLE], &rows[w].syllable, 1) < 0;
    }
    out[PLACE_OF].size = 4 * words;
    if (failed && !PyErr_Occurred()) PyErr_NoMemory();
    PyMem_Free(rows); PyMem_Free(skeletons); PyMem_Free(form.at);
    release_buffers(in, 4);
    return built(out, COLUMNS, failed);
}

/* describe_words(text_at, text), of words in their order
 *     -> (form_at, form, letters, strong_key, text_of_word, text_key, text_word); the last two of each
 *     different text */
static PyObject *describe_words(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    enum { O_FORM_AT, O_FORM, O_LETTERS, O_STRONG_KEY, O_TEXT_OF_WORD, O_TEXT_KEY, O_TEXT_WORD, COLUMNS };
    Py_buffer in[2];
    Bytes out[COLUMNS] = {{0}}, strong = {0};
    (void)self;
    if (take_buffers(args, n, "41", in) < 0) return NULL;
    size_t words = in[0].len / 4 - 1;
    const uint32_t *at = in[0].buf;
    int failed = !are_places(&in[0], in[1].len) || append_u32(&out[O_FORM_AT], 0) < 0;
    for (size_t w = 0; !failed && w < words; w++) {
        const uint8_t *text = (const uint8_t *)in[1].buf + at[w];
        size_t length = at[w + 1] - at[w], held = 0;
        strong.size = 0;
        failed = reserve(&out[O_FORM], 2 * length + 1) < 0 || reserve(&strong, 2 * length + 1) < 0;
        if (failed) break;
        uint8_t *form = out[O_FORM].at + out[O_FORM].size;
        size_t letters = make_canonical(text, (int)length, form);
        uint64_t bits = 0;
        for (size_t i = 0; i < letters; i++)
            if (letter_cost[form[i]] != WEAK_EDIT) strong.at[held++] = form[i];
        if (letters <= MAX_LETTERS && !has_digit(form, letters)) bits = letters_of(form, (int)letters);
        uint64_t of_text = text_key(text, length), of_strong = text_key(strong.at, held);
        out[O_FORM].size += letters;
        if (w == 0 || by_bytes(text, length, (const uint8_t *)in[1].buf + at[w - 1], at[w] - at[w - 1]))
            failed = append(&out[O_TEXT_KEY], &of_text, 8) < 0 || append_u32(&out[O_TEXT_WORD], w) < 0;
        failed = failed || append_u32(&out[O_FORM_AT], out[O_FORM].size) < 0
            || append(&out[O_LETTERS], &bits, 8) < 0
            || append(&out[O_STRONG_KEY], &of_strong, 8) < 0
            || append_u32(&out[O_TEXT_OF_WORD], out[O_TEXT_KEY].size / 8 - 1) < 0;
    }
    PyMem_Free(strong.at);
    release_buffers(in, 2);
    return built(out, COLUMNS, failed);
}

/* shape_words(form_at, form) -> (shape, shape_bags, bag, bag_skeletons, skeleton_text_at,
 *     skeleton_text, skeleton_words), of words in their order */
static PyObject *shape_words(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    enum { O_SHAPE, O_BAGS, O_BAG, O_SKELETONS, O_TEXT_AT, O_TEXT, O_WORDS, COLUMNS };
    Py_buffer in[2];
    Bytes out[COLUMNS] = {{0}};
    (void)self;
    if (take_buffers(args, n, "41", in) < 0) return NULL;
    size_t words = in[0].len / 4 - 1, bags = 0, skeletons = 0, w = 0;
    const uint32_t *at = in[0].buf;
    uint8_t before[MAX_LETTERS], shape[2] = {0, 0};
    uint64_t bag_before = 0;
    int failed = !are_places(&in[0], in[1].len) || append_u32(&out[O_TEXT_AT], 0) < 0;
    for (; !failed && w < words; w++) {
        const uint8_t *form = (const uint8_t *)in[1].buf + at[w];
        size_t length = at[w + 1] - at[w];
        uint8_t skeleton[MAX_LETTERS];
        if (length > MAX_LETTERS || has_digit(form, length)) break;
        uint8_t here[2] = {(uint8_t)make_skeleton(form, (int)length, skeleton), (uint8_t)length};
        int other = w == 0 || here[0] != shape[0] || here[1] != shape[1];
        if (!other && memcmp(skeleton, before, here[0]) == 0) continue;
        uint64_t bag = make_bag(skeleton, here[0]);
        if (other) failed = append(&out[O_SHAPE], here, 2) < 0 || append_u32(&out[O_BAGS], bags) < 0;
        if (!failed && (other || bag != bag_before)) {
            failed = append(&out[O_BAG], &bag, 8) < 0 || append_u32(&out[O_SKELETONS], skeletons) < 0;
            bags++;
        }
        memcpy(shape, here, 2);
        memcpy(before, skeleton, here[0]);
        bag_before = bag;
        failed = failed || append_u32(&out[O_WORDS], w) < 0
            || append(&out[O_TEXT], skeleton, here[0]) < 0
            || append_u32(&out[O_TEXT_AT], out[O_TEXT].size) < 0;
        skeletons++;
    }
    failed = failed || append_u32(&out[O_BAGS], bags) < 0 || append_u32(&out[O_SKELETONS], skeletons) < 0
        || append_u32(&out[O_WORDS], w) < 0;
    release_buffers(in, 2);
    return built(out, COLUMNS, failed);
}

/* find_holders(at, numbers, groups) -> (holders_at, holders): for each number below `groups` the
 * lists that hold it, rising, each once. */
static PyObject *find_holders(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Py_buffer in[2];
    Bytes out[2] = {{0}};
    (void)self;
    size_t groups = n == 3 ? PyLong_AsSize_t(args[2]) : 0;
    if (PyErr_Occurred() || take_buffers(args, n - 1, "44", in) < 0) return NULL;
    size_t lists = in[0].len / 4 - 1, sum = 0;
    const uint32_t *at = in[0].buf, *numbers = in[1].buf;
    uint32_t *last = PyMem_Calloc(groups + 1, 4); /* list that held it last, from 1 */
    int failed = !are_places(&in[0], in[1].len / 4) || !are_below(&in[1], groups) || !last
        || reserve(&out[0], 4 * (groups + 1)) < 0;
    if (!failed) {
        uint32_t *begin = (uint32_t *)out[0].at;
        memset(begin, 0, 4 * (groups + 1));
        for (size_t i = 0; i < lists; i++)
            for (uint32_t k = at[i]; k < at[i + 1]; k++)
                if (last[numbers[k]] != i + 1) { last[numbers[k]] = (uint32_t)i + 1; begin[numbers[k]]++; }
        for (size_t g = 0; g <= groups; g++) { uint32_t count = begin[g]; begin[g] = (uint32_t)sum; sum += count; }
        failed = reserve(&out[1], 4 * sum) < 0;
    }
    if (!failed) {
        uint32_t *begin = (uint32_t *)out[0].at, *flat = (uint32_t *)out[1].at;
        memset(last, 0, 4 * groups);
        for (size_t i = 0; i < lists; i++)
            for (uint32_t k = at[i]; k < at[i + 1]; k++)
                if (last[numbers[k]] != i + 1) {
                    last[numbers[k]] = (uint32_t)i + 1;
                    flat[begin[numbers[k]]++] = (uint32_t)i;
                }
        memmove(begin + 1, begin, 4 * groups); /* each end is where the next begins */
        begin[0] = 0;
        out[0].size = 4 * (groups + 1);
        out[1].size = 4 * sum;
    }
    if (failed && !PyErr_Occurred()) PyErr_NoMemory();
    PyMem_Free(last);
    release_buffers(in, 2);
    return built(out, 2, failed);
}

/* Rows of keys and their values, in the order of the keys; NULL with an error. Free *rows. */
static const Keyed *take_keyed(PyObject *const *args, Py_ssize_t n, Keyed **rows, size_t *count) {
    Py_buffer in[2];
    *rows = NULL;
    if (take_buffers(args, n, "84", in) < 0) return NULL;
    const uint64_t *keys = in[0].buf;
    const uint32_t *values = in[1].buf;
    *count = in[0].len / 8;
    if ((size_t)in[1].len / 4 != *count) PyErr_SetString(PyExc_ValueError, "each key has a value");
    else if (!(*rows = PyMem_Malloc(2 * (*count + 1) * sizeof(Keyed)))) PyErr_NoMemory();
    for (size_t i = 0; *rows && i < *count; i++) (*rows)[i] = (Keyed){keys[i], values[i]};
    release_buffers(in, 2);
    return *rows ? sort_keyed(*rows, *rows + *count, *count) : NULL;
}

/* sort_keys(keys, values) -> (keys, values) */
static PyObject *sort_keys(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Bytes out[2] = {{0}};
    Keyed *rows;
    size_t count;
    (void)self;
    const Keyed *sorted = take_keyed(args, n, &rows, &count);
    int failed = !sorted;
    for (size_t i = 0; !failed && i < count; i++)
        failed = append(&out[0], &sorted[i].key, 8) < 0 || append_u32(&out[1], sorted[i].value) < 0;
    PyMem_Free(rows);
    return built(out, 2, failed);
}

/* group_keys(keys, values) -> (different keys, at, values) */
static PyObject *group_keys(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Bytes out[3] = {{0}};
    Keyed *rows;
    size_t count;
    (void)self;
    const Keyed *sorted = take_keyed(args, n, &rows, &count);
    int failed = !sorted;
    for (size_t i = 0; !failed && i < count; i++) {
        if (i == 0 || sorted[i].key != sorted[i - 1].key)
            failed = append(&out[0], &sorted[i].key, 8) < 0 || append_u32(&out[1], i) < 0;
        failed = failed || append_u32(&out[2], sorted[i].value) < 0;
    }
    failed = failed || append_u32(&out[1], count) < 0;
    PyMem_Free(rows);
    return built(out, 3, failed);
}

/* sum_same(text_at, text, count) -> (sum,): for each text, the counts of all texts equal to it. */
static PyObject *sum_same(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Py_buffer in[3];
    Bytes sums = {0};
    (void)self;
    if (take_buffers(args, n, "414", in) < 0) return NULL;
    size_t texts = in[0].len / 4 - 1;
    const uint32_t *at = in[0].buf, *count = in[2].buf;
    const uint8_t *text = in[1].buf;
    if (!are_places(&in[0], in[1].len) || (size_t)in[2].len / 4 != texts) {
        release_buffers(in, 3);
        return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_ValueError, "each text has a count");
    }
    Keyed *rows = PyMem_Malloc((texts + 1) * sizeof(Keyed)), *spare = PyMem_Malloc((texts + 1) * sizeof(Keyed));
    int failed = !rows || !spare || reserve(&sums, 4 * texts + 4) < 0;
    if (!failed) {
        for (size_t i = 0; i < texts; i++)
            rows[i] = (Keyed){text_key(text + at[i], at[i + 1] - at[i]), (uint32_t)i};
        const Keyed *sorted = sort_keyed(rows, spare, texts);
        uint32_t *sum = (uint32_t *)sums.at;
        for (size_t i = 0, end = 0; i < texts; i = end) {
            for (end = i; end < texts && sorted[end].key == sorted[i].key;) end++;
            for (size_t j = i; j < end; j++) {
                uint32_t one = sorted[j].value, total = 0;
                for (size_t k = i; k < end; k++) {
                    uint32_t other = sorted[k].value;
                    if (!by_bytes(text + at[one], at[one + 1] - at[one], text + at[other], at[other + 1] - at[other]))
                        total += count[other];
                }
                sum[one] = total;
            }
        }
        sums.size = 4 * texts;
    }
    PyMem_Free(rows);
    PyMem_Free(spare);
    release_buffers(in, 3);
    return built(&sums, 1, failed);
}

/* look_up(column, places) -> (what stands there,) */
static PyObject *look_up(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Py_buffer in[2];
    Bytes out = {0};
    (void)self;
    if (take_buffers(args, n, "44", in) < 0) return NULL;
    const uint32_t *column = in[0].buf, *places = in[1].buf;
    int failed = !are_below(&in[1], in[0].len / 4) || reserve(&out, in[1].len) < 0;
    if (!failed) out.size = in[1].len;
    for (size_t i = 0; i < out.size / 4; i++) ((uint32_t *)out.at)[i] = column[places[i]];
    release_buffers(in, 2);
    return built(&out, 1, failed);
}

/* Words of a name that may be written as one; `begin` is a place in the texts. */
typedef struct { uint64_t begin; uint32_t name, length; } Run;
typedef struct { const uint8_t *form; uint32_t name, length; } Formed;

static int by_form(const void *one, const void *other) {
    const Formed *a = one, *b = other;
    int differ = by_bytes(a->form, a->length, b->form, b->length);
    return differ ? differ : (a->name > b->name) - (a->name < b->name);
}

#define AHEAD 16

typedef struct { Bytes runs, keys, texts; } Runs;

static int add_run(Runs *r, uint32_t name, const uint8_t *text, size_t length) {
    uint8_t strong[2 * LONGEST_RUN];
    size_t held = 0;
    if (reserve(&r->texts, 2 * length + 1) < 0) return -1;
    uint8_t *form = r->texts.at + r->texts.size;
    size_t letters = make_canonical(text, (int)length, form);
    for (size_t i = 0; i < letters; i++)
        if (letter_cost[form[i]] != WEAK_EDIT) strong[held++] = form[i];
    Run run = {r->texts.size, name, (uint32_t)letters};
    Keyed key = {text_key(strong, held), (uint32_t)(r->runs.size / sizeof(Run))};
    r->texts.size += letters;
    return append(&r->runs, &run, sizeof(run)) < 0 ? -1 : append(&r->keys, &key, sizeof(key));
}

/* The runs of one name: vigil.names.links.spans. */
static int add_runs(Runs *r, uint32_t name, const uint32_t *words, size_t count,
                    const uint32_t *text_at, const uint8_t *text) {
    uint8_t run[LONGEST_RUN];
    for (size_t begin = 0; begin < count; begin++) {
        size_t length = 0;
        int singles = 1;
        for (size_t end = begin + 1; end <= count && end - begin <= LONGEST_SPELLING; end++) {
            uint32_t word = words[end - 1];
            size_t more = text_at[word + 1] - text_at[word];
            singles = singles && more == 1;
            if (end - begin > LONGEST_JOIN && !singles) break;
            if (length + more > LONGEST_RUN) {
                PyErr_SetString(PyExc_OverflowError, "the words of a name are too long");
                return -1;
            }
            memcpy(run + length, text + text_at[word], more);
            length += more;
            if (end - begin > 1 && length >= SHORTEST_JOIN && add_run(r, name, run, length) < 0) return -1;
        }
    }
    return 0;
}

enum { R_KEY, R_AT, R_OF_KEY, R_TEXT_AT, R_TEXT, R_NAMES_AT, R_NAMES, R_COLUMNS };

/* Runs of one key, by form, then by name. */
static int write_runs(Bytes *out, const Keyed *keys, size_t count, const Runs *r, Bytes *group) {
    group->size = 0;
    for (size_t i = 0; i < count; i++) {
        const Run *run = (const Run *)r->runs.at + keys[i].value;
        Formed one = {r->texts.at + run->begin, run->name, run->length};
        if (append(group, &one, sizeof(one)) < 0) return -1;
    }
    Formed *runs = (Formed *)group->at;
    if (count > 1) qsort(runs, count, sizeof(Formed), by_form);
    if (append(&out[R_KEY], &keys[0].key, 8) < 0) return -1;
    if (append_u32(&out[R_AT], out[R_OF_KEY].size / 4) < 0) return -1;
    for (size_t i = 0; i < count; i++) {
        const Formed *run = &runs[i], *before = &runs[i - 1];
        int other = i == 0 || by_bytes(run->form, run->length, before->form, before->length);
        if (!other && run->name == before->name) continue;
        if (other && (append_u32(&out[R_OF_KEY], out[R_OF_KEY].size / 4) < 0
                      || append_u32(&out[R_NAMES_AT], out[R_NAMES].size / 4) < 0
                      || append(&out[R_TEXT], run->form, run->length) < 0
                      || append_u32(&out[R_TEXT_AT], out[R_TEXT].size) < 0))
            return -1;
        if (append_u32(&out[R_NAMES], run->name) < 0) return -1;
    }
    return 0;
}

/* find_runs(name_at, name_words, text_at, text) -> (run_key, run_at, run_of_key, run_text_at,
 *     run_text, run_names_at, run_names) */
static PyObject *find_runs(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Py_buffer in[4];
    Bytes out[R_COLUMNS] = {{0}}, group = {0};
    Runs r = {{0}, {0}, {0}};
    (void)self;
    if (take_buffers(args, n, "4441", in) < 0) return NULL;
    size_t names = in[0].len / 4 - 1, words = in[2].len / 4 - 1, count = 0;
    const uint32_t *at = in[0].buf;
    Keyed *spare = NULL;
    int failed = !are_places(&in[0], in[1].len / 4) || !are_places(&in[2], in[3].len)
        || !are_below(&in[1], words) || append_u32(&out[R_TEXT_AT], 0) < 0;
    for (size_t i = 0; !failed && i < names; i++)
        failed = add_runs(&r, (uint32_t)i, (const uint32_t *)in[1].buf + at[i], at[i + 1] - at[i],
                          in[2].buf, in[3].buf) < 0;
    if (!failed) {
        count = r.keys.size / sizeof(Keyed);
        if (count > UINT32_MAX) { PyErr_SetString(PyExc_OverflowError, "too much for one index"); failed = 1; }
        else if (!(spare = PyMem_Malloc(r.keys.size + 1))) { PyErr_NoMemory(); failed = 1; }
    }
    if (!failed) {
        const Keyed *keys = sort_keyed((Keyed *)r.keys.at, spare, count);
        const Run *runs = (const Run *)r.runs.at;
        for (size_t i = 0, j; !failed && i < count; i = j) {
            for (j = i + 1; j < count && keys[j].key == keys[i].key; j++) {}
            if (j + AHEAD < count) { /* what comes is anywhere in memory */
                __builtin_prefetch(&runs[keys[j + AHEAD].value]);
                __builtin_prefetch(r.texts.at + runs[keys[j + AHEAD / 2].value].begin);
            }
            failed = write_runs(out, keys + i, j - i, &r, &group) < 0;
        }
        failed = failed || append_u32(&out[R_AT], out[R_OF_KEY].size / 4) < 0
            || append_u32(&out[R_NAMES_AT], out[R_NAMES].size / 4) < 0;
    }
    PyMem_Free(r.runs.at); PyMem_Free(r.keys.at); PyMem_Free(r.texts.at);
    PyMem_Free(group.at); PyMem_Free(spare);
    release_buffers(in, 4);
    return built(out, R_COLUMNS, failed);
}

PyDoc_STRVAR(text_key_doc,
"text_key(text) -> int\n--\n\n"
"A text of ASCII letters and digits as a number of 64 bits, for looking up.");

static PyObject *py_text_key(PyObject *self, PyObject *text) {
    (void)self;
    if (!PyUnicode_Check(text) || !PyUnicode_IS_COMPACT_ASCII(text)) {
        PyErr_SetString(PyExc_TypeError, "text_key takes an ASCII text");
        return NULL;
    }
    return PyLong_FromUnsignedLongLong(text_key(PyUnicode_1BYTE_DATA(text), PyUnicode_GET_LENGTH(text)));
}

#define BUILDER(name) {#name, (PyCFunction)(void (*)(void))name, METH_FASTCALL, \
    "vigil.index.plain_arrays." #name ", compiled."}

PyDoc_STRVAR(constants_doc,
"set_constants(values)\n--\n\nThe numbers that scores are defined by, in the order of `CONSTANTS`.");

static PyObject *set_constants(PyObject *self, PyObject *values) {
    (void)self;
    if (!PyTuple_Check(values) || PyTuple_GET_SIZE(values) != CONSTANTS)
        return PyErr_Format(PyExc_ValueError, "a tuple of %d numbers is needed", CONSTANTS);
    for (int i = 0; i < CONSTANTS; i++) {
        constant[i] = PyLong_AsLongLong(PyTuple_GET_ITEM(values, i));
        if (constant[i] == -1 && PyErr_Occurred()) return NULL;
    }
    Py_RETURN_NONE;
}

#define AS_TEXT(name) #name,
static PyObject *constant_names(void) {
    static const char *names[] = {EACH_CONSTANT(AS_TEXT)};
    PyObject *told = PyTuple_New(CONSTANTS);
    for (int i = 0; told && i < CONSTANTS; i++) {
        PyObject *name = PyUnicode_FromString(names[i]);
        if (!name) { Py_CLEAR(told); break; }
        PyTuple_SET_ITEM(told, i, name);
    }
    return told;
}

static PyMethodDef module_methods[] = {
    {"set_constants", set_constants, METH_O, constants_doc},
    {"edit_distance", (PyCFunction)(void (*)(void))py_edit_distance, METH_FASTCALL, distance_doc},
    {"similarity", (PyCFunction)(void (*)(void))py_similarity, METH_FASTCALL, similarity_doc},
    {"canonical", py_canonical, METH_O, canonical_doc},
    {"strong_letters", py_strong_letters, METH_O, strong_letters_doc},
    {"text_key", py_text_key, METH_O, text_key_doc},
    BUILDER(order_words), BUILDER(describe_words), BUILDER(shape_words),
    BUILDER(find_holders), BUILDER(group_keys), BUILDER(find_runs),
    BUILDER(sort_keys), BUILDER(look_up), BUILDER(sum_same),
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, .m_name = "vigil.names._kernel",
    .m_doc = "The compiled search; vigil.index.listed_names is the plain one.", .m_size = -1,
    .m_methods = module_methods,
};

PyMODINIT_FUNC PyInit__kernel(void) {
    init_letters();
    init_letter_bits();
    if (PyType_Ready(&index_type) < 0) return NULL;
    PyObject *m = PyModule_Create(&module);
    if (!m) return NULL;
    Py_INCREF(&index_type);
    if (PyModule_AddObject(m, "Index", (PyObject *)&index_type) < 0) {
        Py_DECREF(&index_type);
        Py_DECREF(m);
        return NULL;
    }
    PyObject *names = constant_names();
    if (!names || PyModule_AddObject(m, "CONSTANTS", names) < 0) {
        Py_XDECREF(names);
        Py_DECREF(m);
        return NULL;
    }
    return m;
}
