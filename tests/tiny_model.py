"""A sentence-transformers model with random weights: a letter is a token, 32 dimensions, 64 tokens, with prompts."""

from pathlib import Path
from typing import Literal

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,:;/?-đ"


def make_tiny_model(folder: Path, pooling: Literal["cls", "mean", "max"]) -> Path:
    """Writes the model; the same weights every time."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import BertConfig, BertModel, BertTokenizer
    from transformers.utils import logging

    logging.disable_progress_bar()
    torch.manual_seed(1)
    plain = folder.with_name(f"{folder.name}-transformer")
    plain.mkdir(parents=True)
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    BertTokenizer(vocab={word: n for n, word in enumerate(words)}, model_max_length=64).save_pretrained(plain)
    config = BertConfig(
        vocab_size=len(words), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=64, initializer_range=0.3,
    )  # fmt: skip
    BertModel(config).save_pretrained(plain)
    modules = [Transformer(str(plain)), Pooling(32, pooling_mode=pooling), Normalize()]
    prompts = {"query": "query: ", "document": "passage: "}
    SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder), create_model_card=False)
    return folder
