/* The kernel of the names room: the distance of two words, and which listed names can reach a
 * threshold, in whole numbers.
 *
 * The arrays are the contract. They are made by vigil.index.arrays, read from a file or held in
 * memory, and only read here. The similarity of words and the bound on scores are those of
 * vigil.names; a property test holds the two equal.
 *
 * 1. For each word of the query, every listed word that is similar to it. The skeleton bound of
 *    vigil.names.token_similarity proves that a skipped word is not.
 * 2. What each such word could add at most towards a score at the threshold. Lists of names that
 *    together cannot carry a name over it are left out; the others are walked.
 * 3. Of each name met, the sum of what its words could add; names below the need are left out.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MAX_WORDS 256     /* slots of a query: its words (vigil.names allows 64) and its runs */
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

/* Weighted distance with exchange of neighbours; gives up with a value above `most`. */
static int edit_distance(const uint8_t *a, int la, const uint8_t *b, int lb, int most) {
    int rows[3][MAX_LETTERS + 2];
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

static int similarity(const uint8_t *a, int la, const uint8_t *b, int lb) {
    int longest = la > lb ? la : lb;
    if (la == lb && memcmp(a, b, la) == 0) return SCALE;
    int allowed = (SCALE - FLOOR) * longest * EDIT / SCALE;
    int gap = la > lb ? la - lb : lb - la;
    if (gap * WEAK_EDIT > allowed) return 0;
    int distance = edit_distance(a, la, b, lb, allowed);
    int whole = EDIT * longest;
    int alike = SCALE - (distance * SCALE + whole - 1) / whole;
    return alike >= FLOOR ? alike : 0;
}

/* Plain distance of a text to the one whose letters `places` marks (bit i: at place i), with
 * exchange of neighbours; bit-parallel, after Hyyrö 2003. */
static int plain_distance(const uint64_t *places, int length, const uint8_t *other, int n) {
    uint64_t up = ~0ULL, down = 0, same = 0, before = 0, last = 1ULL << (length - 1);
    int distance = length;
    if (length == 0) return n;
    for (int i = 0; i < n; i++) {
        uint64_t here = places[other[i]];
        uint64_t turned = ((~same & here) << 1) & before;
        same = (((here & up) + up) ^ up) | here | down | turned;
        uint64_t plus = down | ~(same | up), minus = same & up;
        distance += (plus & last) != 0;
        distance -= (minus & last) != 0;
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
    WORD_TEXT,     /* u8: canonical forms, those of one shape and skeleton together */
    WORD_CLASS,    /* u16[words]: weight of its class, thousandths */
    WORD_RARITY,   /* u16[words]: thousandths */
    NAMES_AT,      /* u32[words + 1] into NAMES */
    NAMES,         /* u32: names that hold the word, rising */
    WORD_LETTERS,  /* u32[words]: bit of each letter a to z that it has */
    SHAPE,         /* u8[shapes, 2]: strong letters and letters of the words of a shape, rising */
    SHAPE_SKELETONS, /* u32[shapes + 1]: its skeletons */
    SKELETON_BAG,  /* u64[skeletons] */
    SKELETON_TEXT_AT, /* u32[skeletons + 1] into SKELETON_TEXT */
    SKELETON_TEXT, /* u8: classes of the strong letters, 1 to 9 */
    SKELETON_WORDS,/* u32[skeletons + 1]: its words of this shape */
    SKELETON_SHAPE,/* u8[skeletons] */
    KIND_AT,       /* u32[kinds + 1] into KIND_SKELETONS */
    KIND_SKELETONS,/* u32: skeletons of the same letters, of several shapes */
    DELETION_BUCKET, /* u32[65537]: keys by their upper half */
    DELETION_KEY,  /* u32, rising: hash of a skeleton without up to two of its letters */
    DELETION_KIND, /* u32: which kind it may come from */
    NAME_AT,       /* u32[names + 1] into NAME_WORDS */
    NAME_WORDS,    /* u32: the words of each name */
    LOST,          /* u16[1001]: what a match of that similarity lacks, thousandths */
    WORD_FIRST,    /* u8[words]: first letter of the word as folded */
    ARRAYS
};
static const int item_size[ARRAYS] = {4, 1, 2, 2, 4, 4, 4, 2, 4, 8, 4, 1, 4, 1, 4, 4, 4, 4, 4, 4, 4, 2, 1};

/* Words of these classes meet only words of their own class: vigil.names.links.may_meet. */
#define CLASS_PLAIN 1000
#define CLASS_NUMBER 450
#define CLASS_INITIAL 300
#define CLASS_PARTICLE 80

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
    uint64_t postings;
    int64_t cut; /* lists whose `could` is above it are walked */
    int word_class, rarity, first;
    int32_t weight;  /* of the word in the query; 0 for a run, whose words have their own slots */
    int32_t explains; /* of a run written as one: what its words weigh together; 0 for a word */
} Slot;

typedef struct {
    PyObject_HEAD
    Py_buffer held[ARRAYS];
    int holding;
    uint32_t words, shapes, skeletons, names;
    uint32_t kinds, stamp, *name_stamp, *word_stamp;
    uint32_t seeking, *kind_stamp;
    int32_t *word_entry;
    uint32_t *near, *met;
    struct Entry { int32_t slot, next, covers; int64_t could, agrees; } *entries;
    int entry_count, entry_room;
    Slot slots[MAX_WORDS];
    struct Known *known;
} Index;

/* What was similar to a word asked before: most words of names come again. */
#define KNOWN 16384
struct Known {
    uint8_t text[MAX_LETTERS];
    int16_t length;
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

/* Skeletons whose bags are at most `edits` apart: an edit adds, drops or swaps one letter of the
 * bag, an exchange of neighbours none. */
static uint32_t near_bags(const uint64_t *bags, uint32_t from, uint32_t to, uint64_t bag,
                          int edits, uint32_t *out) {
    uint32_t found = 0;
    for (uint32_t i = from; i < to; i++) {
        int over = __builtin_popcountll(bags[i] & ~bag);
        int under = __builtin_popcountll(bag & ~bags[i]);
        out[found] = i;
        found += (over <= edits) & (under <= edits);
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

static uint32_t letters_of(const uint8_t *word, int length) {
    uint32_t letters = 0;
    for (int i = 0; i < length; i++) letters |= 1u << ((word[i] - 'a') & 31);
    return letters;
}

/* What `edits` of full cost and, beyond them, `others` that only cheaper edits explain cost. */
static int least_cost(int edits, int others, int cheap) {
    return EDIT * edits + (others > edits ? cheap * (others - edits) : 0);
}

static int above(int a, int b) { return a > b ? a - b : 0; }

typedef struct {
    const uint8_t *text;
    int length, strong;
    uint8_t skeleton[MAX_LETTERS];
    uint64_t bag, places[10];   /* of each class in the skeleton */
    uint64_t letter_places[128]; /* of each letter in the text */
    uint32_t letters;
} Asked;

/* The words of one skeleton and shape, of which `allowed` may be spent. */
static int compare_words(Index *x, const Asked *q, uint32_t skeleton, int edits, int allowed,
                         Slot *slot) {
    const uint32_t *words = AT(x, uint32_t, SKELETON_WORDS), *at = AT(x, uint32_t, WORD_AT);
    const uint32_t *letters = AT(x, uint32_t, WORD_LETTERS);
    const uint8_t *text = AT(x, uint8_t, WORD_TEXT);
    for (uint32_t w = words[skeleton]; w < words[skeleton + 1]; w++) {
        int lack = __builtin_popcount(q->letters & ~letters[w]);
        int more = __builtin_popcount(letters[w] & ~q->letters);
        if (least_cost(edits, lack > more ? lack : more, CLASS_EDIT) > allowed) continue;
        int other = (int)(at[w + 1] - at[w]);
        int all = plain_distance(q->letter_places, q->length, text + at[w], other);
        if (least_cost(edits, all, CLASS_EDIT) > allowed) continue;
        int alike = similarity(q->text, q->length, text + at[w], other);
        if (alike && add_similar(slot, w, alike) < 0) return -1;
    }
    return 0;
}

#define BY_DELETION 2 /* edits up to which skeletons are found by what they have in common */

static uint32_t deletion_key(const uint8_t *classes, int length, int without, int nor) {
    uint32_t key = 2166136261u;
    for (int i = 0; i < length; i++)
        if (i != without && i != nor) key = (key ^ classes[i]) * 16777619u;
    return key;
}

/* For each shape, how many edits of skeletons its words allow; -1: none of them can be similar. */
typedef struct {
    int8_t most[256];
    int16_t allowed[256];
    int16_t weak[256];
} Reach;

static void find_reach(Index *x, const Asked *q, Reach *r) {
    const uint8_t *shape = AT(x, uint8_t, SHAPE);
    for (uint32_t s = 0; s < x->shapes; s++) {
        int strong = shape[2 * s], other = shape[2 * s + 1];
        int allowed = (SCALE - FLOOR) * (other > q->length ? other : q->length) * EDIT / SCALE;
        int most = above(strong, q->strong) + above(q->strong, strong);
        int ours = q->length - q->strong, theirs = other - strong;
        int weak = above(theirs, ours) + above(ours, theirs);
        r->allowed[s] = (int16_t)allowed;
        r->weak[s] = (int16_t)weak;
        if (least_cost(most, weak, WEAK_EDIT) > allowed) most = -1;
        else while (least_cost(most + 1, weak, WEAK_EDIT) <= allowed) most++;
        r->most[s] = (int8_t)most;
    }
}

/* Skeletons of a kind, in the shapes that are reached by deletion. */
static int compare_kind(Index *x, const Asked *q, const Reach *r, uint32_t kind, Slot *slot) {
    const uint32_t *at = AT(x, uint32_t, KIND_AT), *skeletons = AT(x, uint32_t, KIND_SKELETONS);
    const uint32_t *text_at = AT(x, uint32_t, SKELETON_TEXT_AT);
    const uint8_t *text = AT(x, uint8_t, SKELETON_TEXT), *shapes = AT(x, uint8_t, SKELETON_SHAPE);
    uint32_t one = skeletons[at[kind]];
    uint64_t bag = AT(x, uint64_t, SKELETON_BAG)[one];
    if (__builtin_popcountll(bag & ~q->bag) > BY_DELETION
        || __builtin_popcountll(q->bag & ~bag) > BY_DELETION)
        return 0;
    int length = (int)(text_at[one + 1] - text_at[one]);
    int edits = plain_distance(q->places, q->strong, text + text_at[one], length);
    for (uint32_t i = at[kind]; edits <= BY_DELETION && i < at[kind + 1]; i++) {
        int s = shapes[skeletons[i]];
        if (r->most[s] > BY_DELETION || edits > r->most[s]) continue;
        if (compare_words(x, q, skeletons[i], edits, r->allowed[s], slot) < 0) return -1;
    }
    return 0;
}

static int look_up_deletion(Index *x, const Asked *q, const Reach *r, uint32_t key, Slot *slot) {
    const uint32_t *bucket = AT(x, uint32_t, DELETION_BUCKET), *keys = AT(x, uint32_t, DELETION_KEY);
    const uint32_t *kinds = AT(x, uint32_t, DELETION_KIND);
    for (uint32_t i = bucket[key >> 16]; i < bucket[(key >> 16) + 1]; i++) {
        if (keys[i] != key || x->kind_stamp[kinds[i]] == x->seeking) continue;
        x->kind_stamp[kinds[i]] = x->seeking;
        if (compare_kind(x, q, r, kinds[i], slot) < 0) return -1;
    }
    return 0;
}

/* Two skeletons at most two edits apart have in common what is left of each without up to two of
 * its letters; an exchange of neighbours leaves the same without either. */
static int find_by_deletion(Index *x, const Asked *q, const Reach *r, int most, Slot *slot) {
    if (++x->seeking == 0) {
        memset(x->kind_stamp, 0, x->kinds * sizeof(uint32_t));
        x->seeking = 1;
    }
    int n = q->strong;
    if (look_up_deletion(x, q, r, deletion_key(q->skeleton, n, -1, -1), slot) < 0) return -1;
    for (int i = 0; most > 0 && i < n; i++) {
        if (look_up_deletion(x, q, r, deletion_key(q->skeleton, n, i, -1), slot) < 0) return -1;
        for (int j = i + 1; most > 1 && j < n; j++)
            if (look_up_deletion(x, q, r, deletion_key(q->skeleton, n, i, j), slot) < 0) return -1;
    }
    return 0;
}

/* The skeletons of one shape, all looked at: by bag, then by distance. */
static int find_by_bag(Index *x, const Asked *q, const Reach *r, uint32_t shape, Slot *slot) {
    const uint32_t *range = AT(x, uint32_t, SHAPE_SKELETONS);
    const uint32_t *text_at = AT(x, uint32_t, SKELETON_TEXT_AT);
    const uint8_t *text = AT(x, uint8_t, SKELETON_TEXT);
    int most = r->most[shape];
    uint32_t near = near_bags(AT(x, uint64_t, SKELETON_BAG), range[shape], range[shape + 1], q->bag,
                              most, x->near);
    for (uint32_t i = 0; i < near; i++) {
        uint32_t k = x->near[i];
        int length = (int)(text_at[k + 1] - text_at[k]);
        int edits = plain_distance(q->places, q->strong, text + text_at[k], length);
        if (edits > most) continue;
        if (compare_words(x, q, k, edits, r->allowed[shape], slot) < 0) return -1;
    }
    return 0;
}

/* All listed words compared by letters that are similar to the word. Each test is a lower bound on
 * the distance: the counts of strong and of weak letters, the skeleton, which letters occur at all,
 * and how many edits of any cost there must be. */
static int seek_similar(Index *x, const uint8_t *word, int length, Slot *slot) {
    Asked q = {.text = word, .length = length, .letters = letters_of(word, length)};
    Reach reach;
    q.strong = make_skeleton(word, length, q.skeleton);
    q.bag = make_bag(q.skeleton, q.strong);
    for (int i = 0; i < length; i++) q.letter_places[word[i]] |= 1ULL << i;
    for (int i = 0; i < q.strong; i++) q.places[q.skeleton[i]] |= 1ULL << i;
    find_reach(x, &q, &reach);
    int by_deletion = -1;
    for (uint32_t s = 0; s < x->shapes; s++) {
        if (reach.most[s] > BY_DELETION) {
            if (find_by_bag(x, &q, &reach, s, slot) < 0) return -1;
        } else if (reach.most[s] > by_deletion) {
            by_deletion = reach.most[s];
        }
    }
    return by_deletion < 0 ? 0 : find_by_deletion(x, &q, &reach, by_deletion, slot);
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
    known->count = slot->count;
}

static int find_similar(Index *x, const uint8_t *word, int length, Slot *slot) {
    struct Known *known = &x->known[hash_of(word, length) % KNOWN];
    if (known->pairs && known->length == length && memcmp(known->text, word, length) == 0) {
        for (int i = 0; i < known->count; i++)
            if (add_similar(slot, known->pairs[i].word, known->pairs[i].similarity) < 0) return -1;
        return 0;
    }
    if (seek_similar(x, word, length, slot) < 0) return -1;
    keep_similar(known, word, length, slot);
    return 0;
}

/* ---- the bound ---------------------------------------------------------------------------- */

typedef struct {
    int64_t threshold; /* ten-thousandths, one less than asked, as scores are rounded */
    /* shares of weights, hundredths: vigil.names.explanation */
    int64_t imperfect, conflict, query_extra, listed_extra;
} Terms;

static int may_meet(int one, int other) {
    if (one == other) return 1;
    if (one == CLASS_NUMBER || one == CLASS_INITIAL || one == CLASS_PARTICLE) return 0;
    return other != CLASS_NUMBER && other != CLASS_INITIAL && other != CLASS_PARTICLE;
}

static int64_t weight(int word_class, int rarity) {
    int64_t w = (int64_t)word_class * rarity / SCALE;
    return w > 1 ? w : 1;
}

/* score >= t  <=>  100 G (D - t) >= t * deviation, and the deviation is at least
 * IMPERFECT * cost + 1000 * QUERY_EXTRA * (what of the query is not covered).
 * So each link adds `could`, and together they must reach the need. */
static void weigh_similar(Index *x, const Slot *slot, Similar *s, const Terms *t) {
    int listed_class = AT(x, uint16_t, WORD_CLASS)[s->word], shared = listed_class;
    if (!slot->explains) {
        if (!may_meet(slot->word_class, listed_class)) return;
        if (slot->word_class < listed_class) shared = slot->word_class;
    }
    int64_t listed = weight(shared, AT(x, uint16_t, WORD_RARITY)[s->word]);
    int64_t lost = AT(x, uint16_t, LOST)[s->similarity];
    int64_t gain = listed * (SCALE - lost), cost = listed * lost;
    s->covers = slot->explains ? slot->explains : (int32_t)weight(shared, slot->rarity);
    s->agrees = 100 * gain * (10000 - t->threshold) - t->threshold * t->imperfect * cost;
    int64_t could = s->agrees + t->threshold * SCALE * t->query_extra * s->covers;
    s->could = could > 0 ? could : 0;
}

static int by_could(const void *a, const void *b) {
    int64_t x = ((const Similar *)a)->could, y = ((const Similar *)b)->could;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* Chooses which lists to leave out: those of each slot below a cut, the cuts together below the
 * need. A name in no walked list adds at most the cuts, so it cannot reach the need. */
static void choose_cuts(Index *x, int slots, int64_t need) {
    const uint32_t *names_at = AT(x, uint32_t, NAMES_AT);
    int order[MAX_WORDS];
    int64_t left = need - 1;
    for (int i = 0; i < slots; i++) {
        Slot *slot = &x->slots[i];
        qsort(slot->similar, slot->count, sizeof(Similar), by_could);
        slot->postings = 0;
        for (int j = 0; j < slot->count; j++)
            slot->postings += names_at[slot->similar[j].word + 1] - names_at[slot->similar[j].word];
        slot->cut = 0;
        int at = i;
        for (; at > 0 && x->slots[order[at - 1]].postings < slot->postings; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (int i = 0; i < slots && left > 0; i++) {
        Slot *slot = &x->slots[order[i]];
        for (int j = 0; j < slot->count; j++)
            if (slot->similar[j].could <= left) {
                slot->cut = slot->similar[j].could;
                left -= slot->cut;
                break;
            }
    }
}

static int note_entries(Index *x, int slots) {
    x->entry_count = 0;
    for (int i = 0; i < slots; i++) {
        Slot *slot = &x->slots[i];
        for (int j = 0; j < slot->count; j++) {
            if (x->entry_count == x->entry_room) {
                int room = x->entry_room ? x->entry_room * 2 : 1024;
                void *grown = PyMem_Realloc(x->entries, room * sizeof(*x->entries));
                if (!grown) { PyErr_NoMemory(); return -1; }
                x->entries = grown;
                x->entry_room = room;
            }
            uint32_t word = slot->similar[j].word;
            int next = x->word_stamp[word] == x->stamp ? x->word_entry[word] : -1;
            x->word_stamp[word] = x->stamp;
            x->word_entry[word] = x->entry_count;
            const Similar *s = &slot->similar[j];
            x->entries[x->entry_count++] = (struct Entry){i, next, s->covers, s->could, s->agrees};
        }
    }
    return 0;
}

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

/* May the single letter of one stand for the other? vigil.names.links.is_initial_of */
static int is_initial(int one_class, int one_first, int other_class, int other_first) {
    return one_class == CLASS_INITIAL && other_class == CLASS_PLAIN && one_first == other_first;
}

/* Can the words of a name reach the threshold? Each slot's best is taken as if no two slots shared a
 * listed word; what no word of the other name could explain deviates. */
static int can_reach(Index *x, uint32_t name, int slots, int64_t need, const Terms *t) {
    const uint32_t *at = AT(x, uint32_t, NAME_AT), *words = AT(x, uint32_t, NAME_WORDS);
    const uint16_t *classes = AT(x, uint16_t, WORD_CLASS), *rarities = AT(x, uint16_t, WORD_RARITY);
    const uint8_t *first = AT(x, uint8_t, WORD_FIRST);
    int64_t could[MAX_WORDS], agrees[MAX_WORDS], sum = 0, agreement = 0;
    int32_t covers[MAX_WORDS];
    uint8_t by_initial[MAX_WORDS];
    memset(could, 0, slots * sizeof(could[0]));
    memset(agrees, 0, slots * sizeof(agrees[0]));
    memset(covers, 0, slots * sizeof(covers[0]));
    for (uint32_t i = at[name]; i < at[name + 1]; i++) {
        if (x->word_stamp[words[i]] != x->stamp) continue;
        for (int e = x->word_entry[words[i]]; e >= 0; e = x->entries[e].next) {
            const struct Entry *entry = &x->entries[e];
            if (entry->could > could[entry->slot]) could[entry->slot] = entry->could;
            if (entry->agrees > agrees[entry->slot]) agrees[entry->slot] = entry->agrees;
            if (entry->covers > covers[entry->slot]) covers[entry->slot] = entry->covers;
        }
    }
    for (int i = 0; i < slots; i++) sum += could[i];
    if (sum < need) return 0;
    int64_t only_in_query = 0, initials = 0, only_in_listed = 0, by_runs = 0;
    memset(by_initial, 0, slots);
    for (uint32_t i = at[name]; i < at[name + 1]; i++) {
        uint32_t w = words[i];
        int explained = x->word_stamp[w] == x->stamp;
        for (int j = 0; j < slots; j++) {
            const Slot *slot = &x->slots[j];
            if (slot->explains) continue;
            if (is_initial(slot->word_class, slot->first, classes[w], first[w])
                || is_initial(classes[w], first[w], slot->word_class, slot->first))
                explained = by_initial[j] = 1;
        }
        if (!explained) only_in_listed += weight(classes[w], rarities[w]);
    }
    for (int i = 0; i < slots; i++) {
        agreement += agrees[i];
        int64_t left = x->slots[i].weight - covers[i];
        if (x->slots[i].explains) by_runs += covers[i];
        else if (left > 0) only_in_query += left;
        if (by_initial[i]) initials += x->slots[i].weight;
    }
    only_in_query = only_in_query > by_runs ? only_in_query - by_runs : 0;
    int64_t conflict = least(only_in_query - initials, only_in_listed);
    if (conflict < 0) conflict = 0;
    int64_t deviation = t->conflict * conflict + t->query_extra * (only_in_query - conflict)
                        + t->listed_extra * (only_in_listed - conflict);
    return agreement >= t->threshold * SCALE * deviation;
}

static uint32_t walk(Index *x, int slots, int64_t need, const Terms *t) {
    const uint32_t *names_at = AT(x, uint32_t, NAMES_AT), *names = AT(x, uint32_t, NAMES);
    uint32_t met = 0;
    for (int i = 0; i < slots; i++) {
        Slot *slot = &x->slots[i];
        for (int j = 0; j < slot->count && slot->similar[j].could > slot->cut; j++) {
            uint32_t word = slot->similar[j].word;
            for (uint32_t k = names_at[word]; k < names_at[word + 1]; k++) {
                uint32_t name = names[k];
                if (x->name_stamp[name] == x->stamp) continue;
                x->name_stamp[name] = x->stamp;
                if (can_reach(x, name, slots, need, t)) x->met[met++] = name;
            }
        }
    }
    return met;
}

/* ---- Python ------------------------------------------------------------------------------- */

static void next_stamp(Index *x) {
    if (++x->stamp == 0) {
        memset(x->name_stamp, 0, x->names * sizeof(uint32_t));
        memset(x->word_stamp, 0, x->words * sizeof(uint32_t));
        x->stamp = 1;
    }
}

PyDoc_STRVAR(candidates_doc,
"candidates(words, threshold, shares) -> list[int]\n--\n\n"
"Places of the names whose words can reach the threshold, in no order.\n\n"
"words: for each word of the query (canonical form or None, class, rarity, first letter, listed\n"
"word or -1); a word without a canonical form meets only the listed word given. For each run of\n"
"words that a list writes as one: (weight of its words, [(listed word, similarity), ...]).\n"
"threshold: ten-thousandths. shares: IMPERFECT, CONFLICT, ONLY_IN_QUERY, ONLY_IN_LISTED.");

static int read_run(Index *x, PyObject *run, Slot *slot) {
    PyObject *met;
    *slot = (Slot){.similar = slot->similar, .room = slot->room};
    if (!PyArg_ParseTuple(run, "iO!", &slot->explains, &PyList_Type, &met)) return -1;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(met); i++) {
        unsigned int word;
        int similarity;
        if (!PyArg_ParseTuple(PyList_GET_ITEM(met, i), "Ii", &word, &similarity)) return -1;
        if (word >= x->words || similarity < 0 || similarity > SCALE) {
            PyErr_SetString(PyExc_ValueError, "a run meets listed words, at 0 to 1000");
            return -1;
        }
        if (add_similar(slot, word, similarity) < 0) return -1;
    }
    return 0;
}

static int read_slot(Index *x, PyObject *word, Slot *slot) {
    const char *text;
    Py_ssize_t length;
    long long listed;
    if (!PyTuple_Check(word)) {
        PyErr_SetString(PyExc_TypeError, "a slot is a tuple");
        return -1;
    }
    if (PyTuple_GET_SIZE(word) == 2) return read_run(x, word, slot);
    if (!PyArg_ParseTuple(word, "z#iiiL", &text, &length, &slot->word_class, &slot->rarity,
                          &slot->first, &listed))
        return -1;
    slot->count = 0;
    slot->explains = 0;
    slot->weight = (int32_t)weight(slot->word_class, slot->rarity);
    if (text && length <= MAX_LETTERS)
        return find_similar(x, (const uint8_t *)text, (int)length, slot);
    return listed >= 0 && listed < x->words ? add_similar(slot, (uint32_t)listed, SCALE) : 0;
}

static PyObject *candidates(Index *x, PyObject *args) {
    PyObject *words;
    long long threshold, imperfect, conflict, query_extra, listed_extra;
    if (!PyArg_ParseTuple(args, "O!L(LLLL)", &PyList_Type, &words, &threshold, &imperfect,
                          &conflict, &query_extra, &listed_extra))
        return NULL;
    Terms terms = {threshold - 1, imperfect, conflict, query_extra, listed_extra};
    Py_ssize_t slots = PyList_GET_SIZE(words);
    if (slots > MAX_WORDS) return PyErr_Format(PyExc_ValueError, "at most %d words and runs", MAX_WORDS);
    next_stamp(x);
    int64_t need = 0;
    for (Py_ssize_t i = 0; i < slots; i++) {
        Slot *slot = &x->slots[i];
        if (read_slot(x, PyList_GET_ITEM(words, i), slot) < 0) return NULL;
        for (int j = 0; j < slot->count; j++) weigh_similar(x, slot, &slot->similar[j], &terms);
        need += SCALE * terms.query_extra * slot->weight * terms.threshold;
    }
    choose_cuts(x, (int)slots, need);
    if (note_entries(x, (int)slots) < 0) return NULL;
    uint32_t met = walk(x, (int)slots, need, &terms);
    PyObject *found = PyList_New(met);
    if (!found) return NULL;
    for (uint32_t i = 0; i < met; i++) {
        PyObject *place = PyLong_FromUnsignedLong(x->met[i]);
        if (!place) { Py_DECREF(found); return NULL; }
        PyList_SET_ITEM(found, i, place);
    }
    return found;
}

PyDoc_STRVAR(similar_doc,
"similar(word) -> list[tuple[int, int]]\n--\n\n"
"Every listed word compared by letters that is similar to the canonical form: place, similarity.");

static PyObject *similar(Index *x, PyObject *args) {
    const char *text;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(args, "y#", &text, &length)) return NULL;
    Slot *slot = &x->slots[0];
    slot->count = 0;
    if (length <= MAX_LETTERS && find_similar(x, (const uint8_t *)text, (int)length, slot) < 0)
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
    for (int i = 0; i < MAX_WORDS; i++) PyMem_Free(x->slots[i].similar);
    for (int i = 0; x->known && i < KNOWN; i++) PyMem_Free(x->known[i].pairs);
    PyMem_Free(x->known);
    PyMem_Free(x->name_stamp); PyMem_Free(x->word_stamp); PyMem_Free(x->word_entry);
    PyMem_Free(x->near); PyMem_Free(x->kind_stamp); PyMem_Free(x->met); PyMem_Free(x->entries);
    Py_TYPE(x)->tp_free((PyObject *)x);
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
    x->skeletons = (uint32_t)(x->held[SKELETON_BAG].len / 8);
    x->shapes = (uint32_t)(x->held[SHAPE].len / 2);
    x->kinds = (uint32_t)(x->held[KIND_AT].len / 4 - 1);
    x->names = (uint32_t)(x->held[NAME_AT].len / 4 - 1);
    int whole = x->held[NAMES_AT].len / 4 == x->words + 1 && x->held[WORD_CLASS].len / 2 == x->words
        && x->held[WORD_RARITY].len / 2 == x->words && x->held[WORD_LETTERS].len / 4 == x->words
        && x->held[SHAPE_SKELETONS].len / 4 == x->shapes + 1
        && x->held[SKELETON_TEXT_AT].len / 4 == x->skeletons + 1
        && x->held[SKELETON_WORDS].len / 4 == x->skeletons + 1 && x->held[LOST].len / 2 == SCALE + 1 && x->held[WORD_FIRST].len == x->words;
    whole = whole && x->shapes <= 256 && x->held[SKELETON_SHAPE].len == x->skeletons
        && x->held[KIND_SKELETONS].len / 4 == x->skeletons
        && x->held[DELETION_BUCKET].len / 4 == 65537
        && x->held[DELETION_KEY].len == x->held[DELETION_KIND].len;
    for (int i = 0; i < ARRAYS; i++) whole = whole && x->held[i].len % item_size[i] == 0;
    if (!whole) {
        Py_DECREF(x);
        PyErr_SetString(PyExc_ValueError, "the arrays do not fit together");
        return NULL;
    }
    x->name_stamp = PyMem_Calloc(x->names + 1, 4);
    x->word_stamp = PyMem_Calloc(x->words + 1, 4);
    x->word_entry = PyMem_Calloc(x->words + 1, 4);
    x->near = PyMem_Calloc(x->skeletons + 1, 4);
    x->kind_stamp = PyMem_Calloc(x->kinds + 1, 4);
    x->known = PyMem_Calloc(KNOWN, sizeof(struct Known));
    x->met = PyMem_Calloc(x->names + 1, 4);
    if (!x->name_stamp || !x->word_stamp || !x->word_entry || !x->near || !x->met
        || !x->kind_stamp || !x->known) {
        Py_DECREF(x);
        return PyErr_NoMemory();
    }
    return (PyObject *)x;
}

static PyMethodDef index_methods[] = {
    {"candidates", (PyCFunction)candidates, METH_VARARGS, candidates_doc},
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

static PyMethodDef module_methods[] = {
    {"edit_distance", (PyCFunction)(void (*)(void))py_edit_distance, METH_FASTCALL, distance_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, .m_name = "vigil.names._kernel",
    .m_doc = "The compiled search; vigil.index.listed_names is the plain one.", .m_size = -1,
    .m_methods = module_methods,
};

PyMODINIT_FUNC PyInit__kernel(void) {
    init_letters();
    if (PyType_Ready(&index_type) < 0) return NULL;
    PyObject *m = PyModule_Create(&module);
    if (!m) return NULL;
    Py_INCREF(&index_type);
    if (PyModule_AddObject(m, "Index", (PyObject *)&index_type) < 0) {
        Py_DECREF(&index_type);
        Py_DECREF(m);
        return NULL;
    }
    return m;
}
